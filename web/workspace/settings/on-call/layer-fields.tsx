import { Switch, TextInput } from '@mantine/core';
import type { Rotation } from '#shared/on-call.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { WEEKDAYS, WeekHours } from '../values/editors/week-hours.tsx';
import { MembersField } from './members-field.tsx';

type Props = {
  layer: Rotation;
  at: number;
  count: number;
  nameOf(id: string): string;
  onChange(next: Rotation): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
};

/** Monday to Friday outside the usual hours, all of the weekend: what a rotation for out of hours covers. */
const OUT_OF_HOURS = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  weekday > 5
    ? [{ weekday, from: '00:00', to: '24:00' }]
    : [
        { weekday, from: '00:00', to: '08:00' },
        { weekday, from: '18:00', to: '24:00' },
      ],
);

/** One rotation: who takes turns, how long a turn is, when it is handed over, and when it covers. */
export function LayerFields({ layer, at, count, nameOf, onChange, onMove, onRemove }: Props) {
  const put = (part: Partial<Rotation>) => onChange({ ...layer, ...part });
  const title = layer.name.trim() || `Rotation ${at + 1}`;
  return (
    <li aria-label={title}>
      <div className="f-layer-head">
        <h4 className="f-cut">{title}</h4>
        <RowTools name={title} at={at} count={count} onMove={onMove} onRemove={onRemove} />
      </div>
      <TextInput
        label="Name of the rotation"
        required
        maxLength={200}
        value={layer.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <MembersField
        label={`People of ${title}, in turn`}
        members={layer.members}
        nameOf={nameOf}
        onChange={(members) => put({ members })}
      />
      <div className="f-turns">
        <NumberInput
          label="A turn lasts"
          min={1}
          max={52}
          allowDecimal={false}
          value={layer.every}
          onChange={(every) => put({ every: typeof every === 'number' ? every : 1 })}
        />
        <Select
          label="Days or weeks"
          data={[
            { value: 'day', label: layer.every === 1 ? 'day' : 'days' },
            { value: 'week', label: layer.every === 1 ? 'week' : 'weeks' },
          ]}
          value={layer.unit}
          onChange={(unit) => (unit === 'day' || unit === 'week') && put({ unit })}
        />
        {layer.unit === 'week' && (
          <Select
            label="Handed over on"
            data={WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }))}
            value={String(layer.handOverWeekday)}
            onChange={(day) => put({ handOverWeekday: Number(day) })}
          />
        )}
        <TextInput
          type="time"
          label="Handed over at"
          value={layer.handOverTime}
          onChange={(event) => event.currentTarget.value && put({ handOverTime: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="From"
          value={layer.startDate}
          onChange={(event) => event.currentTarget.value && put({ startDate: event.currentTarget.value })}
        />
      </div>
      <Switch
        label="Only at some hours"
        description="Otherwise it covers day and night"
        checked={layer.hours.length > 0}
        onChange={(event) => put({ hours: event.currentTarget.checked ? OUT_OF_HOURS : [] })}
      />
      {layer.hours.length > 0 && (
        <WeekHours hours={layer.hours} readOnly={false} none="Not covered" onChange={(hours) => put({ hours })} />
      )}
    </li>
  );
}
