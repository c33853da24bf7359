import { TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { remarksOnRow } from '#kernel/service-level/remarks.ts';
import type { PromisedView } from '#shared/policy.ts';
import { describedBy } from '#web/ui/form/described.ts';
import { put } from '#web/ui/form/order.ts';
import { Select } from '#web/ui/form/select.tsx';
import { readCell, tidy } from './cells.ts';
import type { Row } from './policy-values.ts';
import { inheritedText, inheritedWords } from './words.ts';

/** Stands for "as above" in a list of choices, whose values are texts. */
const ABOVE = 'above';

type Props = {
  name: string;
  help: ReactNode;
  row: Row;
  /** What holds where the row says nothing. */
  inherited: PromisedView['targets'][number] | undefined;
  calendars: readonly { value: string; label: string }[];
  /** By the path within the row: `byPriority.0`, `calendar`. */
  faultOf(path: string): string | undefined;
  /** Taking the row away. */
  tool?: ReactNode;
  onChange(next: Row): void;
};

/** One target: how long by priority, and by which hours. What is left empty shows what holds then. */
export function TargetRow({ name, help, row, inherited, calendars, faultOf, tool, onChange }: Props) {
  const id = useId();
  // Nobody is corrected in the middle of a word.
  const [typing, setTyping] = useState<number | null>(null);
  const faults = row.byPriority.map(
    (text, at) => (typing === at ? null : readCell(text).fault) ?? faultOf(`byPriority.${at}`) ?? null,
  );
  const set = (at: number, text: string) => onChange({ ...row, byPriority: put(row.byPriority, at, text) });
  const remarks = typing === null ? remarksOnRow(row.byPriority.map((text) => readCell(text).cell)) : [];
  const calendarFault = faultOf('calendar');
  return (
    <div className="f-target" role="group" aria-label={name}>
      <div className="f-target-name">
        <span>{name}</span>
        {tool}
        <span className="f-dim">{help}</span>
      </div>
      {row.byPriority.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the priority
        <div className="f-target-cell" key={at} data-tip={inheritedWords(inherited?.byPriority[at])}>
          <span aria-hidden="true">P{at + 1}</span>
          <TextInput
            aria-label={`${name}, P${at + 1}`}
            ref={describedBy(`${id}-${at}${faults[at] ? ` ${id}-faults` : ''}`)}
            data-column={at}
            autoComplete="off"
            maxLength={20}
            placeholder={inheritedText(inherited?.byPriority[at])}
            value={text}
            error={faults[at] !== null}
            onChange={(event) => set(at, event.currentTarget.value)}
            onFocus={() => setTyping(at)}
            onBlur={() => {
              setTyping(null);
              if (tidy(text) !== text) set(at, tidy(text));
            }}
          />
          <span id={`${id}-${at}`} className="f-hidden">
            {inheritedWords(inherited?.byPriority[at])}
          </span>
        </div>
      ))}
      <Select
        aria-label={`${name}, counted by`}
        className="f-target-calendar"
        data={[{ value: ABOVE, label: inherited ? `${inherited.calendar} (above)` : 'As above' }, ...calendars]}
        value={row.calendar ?? ABOVE}
        error={calendarFault}
        onChange={(next) => onChange({ ...row, calendar: next === ABOVE ? null : next })}
      />
      {remarks.length > 0 && !faults.some(Boolean) && (
        <div className="f-target-remarks" role="status">
          {remarks.map(({ message }) => (
            <p key={message}>{message}. It may be meant; nothing is refused.</p>
          ))}
        </div>
      )}
      {faults.some(Boolean) && (
        <div className="f-target-faults" id={`${id}-faults`} role="alert">
          {faults.map(
            (fault, at) =>
              fault && (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the priority
                <p key={at}>
                  P{at + 1}: {fault}
                </p>
              ),
          )}
        </div>
      )}
    </div>
  );
}
