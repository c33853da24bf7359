import { ActionIcon } from '@mantine/core';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import { IconArrowDown, IconArrowUp, IconX } from '#web/ui/icons.ts';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { useStaff } from '../../../desk/names.ts';
import type { EditorProps } from './types.ts';

const MOST = 9;

/** Who is told when a ticket is escalated, first level first. */
export function EscalationEditor({ value: { staffIds }, readOnly, onChange }: EditorProps<{ staffIds: string[] }>) {
  const staff = useStaff();
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? 'Somebody who is gone';
  const put = (next: string[]) => onChange({ staffIds: next });
  const move = (at: number, by: number) => {
    const next = [...staffIds];
    const [taken = ''] = next.splice(at, 1);
    next.splice(at + by, 0, taken);
    put(next);
  };
  const free = staff.filter(({ id, active }) => active && !staffIds.includes(id));
  return (
    <>
      {staffIds.length === 0 && <p className="f-plain f-dim">Nobody yet.</p>}
      <ol className="f-order">
        {staffIds.map((id, at) => (
          <li key={id}>
            <span className="f-dim">Level {at + 1}</span>
            <PersonChip name={nameOf(id)} />
            {!readOnly && (
              <>
                <ActionIcon aria-label={`${nameOf(id)} one level up`} disabled={at === 0} onClick={() => move(at, -1)}>
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  aria-label={`${nameOf(id)} one level down`}
                  disabled={at === staffIds.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
                <ActionIcon
                  aria-label={`Remove ${nameOf(id)}`}
                  onClick={() => put(staffIds.filter((one) => one !== id))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && staffIds.length < MOST && (
        <Select
          aria-label="Add somebody"
          placeholder="Add somebody"
          searchable
          maw={320}
          data={named(free)}
          value={null}
          onChange={(id) => id && put([...staffIds, id])}
        />
      )}
    </>
  );
}
