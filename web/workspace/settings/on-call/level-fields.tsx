import { useGet } from '#web/api/use.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { MultiSelect } from '#web/ui/form/select.tsx';
import { useTeams, useWorkers } from '../../desk/names.ts';

export type LevelValues = { wait: number | null; targets: string[] };

type Props = {
  level: LevelValues;
  at: number;
  count: number;
  onChange(next: LevelValues): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
};

/** One level: whom it calls, and how long it waits after the one before. */
export function LevelFields({ level, at, count, onChange, onMove, onRemove }: Props) {
  const { data } = useGet('GET /on-call/schedules', {});
  const workers = useWorkers();
  const teams = useTeams().filter(({ active }) => active);
  const options = (kind: string, rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: `${kind} ${id}`, label: name }));
  const known = [
    { group: 'On call in', items: options('on_call', data?.items ?? []) },
    { group: 'Teams', items: options('team', teams) },
    { group: 'The ticket’s', items: [{ value: 'assignee', label: 'Whoever has the ticket' }] },
    { group: 'People', items: options('staff', workers) },
  ];
  const title = `Level ${at + 1}`;
  return (
    <li aria-label={title}>
      <div className="f-layer-head">
        <h4>{title}</h4>
        <RowTools name={title} at={at} count={count} onMove={onMove} onRemove={onRemove} />
      </div>
      {at === 0 ? (
        <p className="f-plain f-dim">Called at once.</p>
      ) : (
        <NumberInput
          label="Minutes after the level before"
          min={1}
          max={10_080}
          allowDecimal={false}
          maw={240}
          value={level.wait ?? ''}
          onChange={(wait) => onChange({ ...level, wait: typeof wait === 'number' ? wait : null })}
        />
      )}
      <MultiSelect
        label={`${title} calls`}
        placeholder={level.targets.length === 0 ? 'Whoever is on call, a team, a person' : ''}
        searchable
        data={known}
        value={level.targets}
        onChange={(targets) => onChange({ ...level, targets })}
      />
    </li>
  );
}
