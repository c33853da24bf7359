import { useId } from 'react';
import { named } from '#web/ui/form/choices.ts';
import { moved, without } from '#web/ui/form/order.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { useStaff } from '../../desk/names.ts';

type Props = { label: string; members: readonly string[]; nameOf(id: string): string; onChange(next: string[]): void };

/** People in the order of their turns. */
export function MembersField({ label, members, nameOf, onChange }: Props) {
  const id = useId();
  const staff = useStaff().filter(({ id: one, active }) => active && !members.includes(one));
  return (
    <div className="f-bare" role="group" aria-labelledby={id}>
      <span id={id} className="f-legend">
        {label}
      </span>
      <ol className="f-order">
        {members.map((member, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: somebody may stand there twice
          <li key={`${member} ${at}`}>
            <span className="f-dim">{at + 1}.</span>
            <PersonChip name={nameOf(member)} />
            <RowTools
              name={nameOf(member)}
              at={at}
              count={members.length}
              onMove={(by) => onChange(moved(members, at, by))}
              onRemove={() => onChange(without(members, at))}
            />
          </li>
        ))}
      </ol>
      <Select
        aria-label={`Add somebody to ${label.toLowerCase()}`}
        placeholder="Add somebody"
        searchable
        maw={320}
        data={named(staff)}
        value={null}
        onChange={(one) => one && onChange([...members, one])}
      />
    </div>
  );
}
