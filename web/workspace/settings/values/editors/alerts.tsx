import { Select } from '#web/ui/form/select.tsx';
import { NeededNumber } from './number.tsx';
import type { EditorProps } from './types.ts';

type Kind = 'exception' | 'warning' | 'informational';
type Numbers = {
  settleSeconds: number;
  stormAlerts: number;
  stormMinutes: number;
  flapTimes: number;
  quietMinutes: number;
  reopenHours: number;
};
type Deciding = Numbers & { ticketUpTo: Readonly<Record<Kind, number>> };

const KINDS: readonly (readonly [Kind, string])[] = [
  ['exception', 'Exceptions'],
  ['warning', 'Warnings'],
  ['informational', 'Information'],
];
const UPTO = ['None', 'Critical', 'Critical and high', 'Down to medium', 'Down to low', 'All'];
const UPTO_CHOICES = UPTO.map((label, value) => ({ value: String(value), label }));

const FIELDS: readonly (readonly [keyof Numbers, label: string, help: string, min: number, max: number])[] = [
  ['settleSeconds', 'Settles for', 'Seconds before it is decided about; what ends before makes no ticket', 0, 600],
  ['stormAlerts', 'A storm is more than', 'Alerts of one client that ask for a ticket …', 1, 1_000],
  ['stormMinutes', 'Within', '… within so many minutes; it lasts until it is quiet for as long', 1, 120],
  ['flapTimes', 'Flapping is more than', 'Times raised within an hour', 1, 1_000],
  ['quietMinutes', 'Then quiet for', 'Minutes for which it must stay quiet before its ticket ends', 1, 720],
  ['reopenHours', 'Reopens within', 'Hours in which one that comes back opens its ticket again; 0 for never', 0, 720],
];

/** When alerts become work, and when many of them become one. */
export function AlertsEditor({ value, readOnly, onChange }: EditorProps<Deciding>) {
  if (readOnly)
    return (
      <ul className="f-lines">
        {KINDS.map(([kind, name]) => (
          <li key={kind}>
            {name} that make a ticket: {UPTO[value.ticketUpTo[kind]]}
          </li>
        ))}
        {FIELDS.map(([key, label, help]) => (
          <li key={key}>
            {label} {value[key]} <span className="f-dim">({help})</span>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      {KINDS.map(([kind, name]) => (
        <Select
          key={kind}
          label={`${name} that make a ticket`}
          description="Where no rule says otherwise"
          data={UPTO_CHOICES}
          value={String(value.ticketUpTo[kind])}
          onChange={(next) => onChange({ ...value, ticketUpTo: { ...value.ticketUpTo, [kind]: Number(next) } })}
          allowDeselect={false}
          maw={320}
        />
      ))}
      {FIELDS.map(([key, label, help, min, max]) => (
        <NeededNumber
          key={key}
          label={label}
          description={help}
          min={min}
          max={max}
          allowDecimal={false}
          maw={320}
          value={value[key]}
          onChange={(next) => onChange({ ...value, [key]: next })}
        />
      ))}
    </>
  );
}
