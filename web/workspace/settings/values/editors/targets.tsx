import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import { readMinutes } from '#web/ui/form/minutes.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import type { EditorProps } from './types.ts';

export type Targets = { byPriority: { response: number; resolution: number }[]; atRiskPercent: number };
const KINDS = [
  { key: 'response', title: 'First response' },
  { key: 'resolution', title: 'Resolution' },
] as const;

/** Working time to answer and to solve, by priority. */
export function TargetsEditor({ value, readOnly, onChange }: EditorProps<Targets>) {
  const put = (row: number, key: 'response' | 'resolution', minutes: number) =>
    onChange({
      ...value,
      byPriority: value.byPriority.map((one, at) => (at === row ? { ...one, [key]: minutes } : one)),
    });
  return (
    <>
      <Sideways label="Targets by priority">
        <table className="f-grid">
          <caption>Working time, such as 30m or 4h; it runs only during service hours.</caption>
          <thead>
            <tr>
              <td />
              {KINDS.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.byPriority.map((target, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the row is the priority
              <tr key={row}>
                <th scope="row">
                  <PriorityMark priority={row + 1} named />
                </th>
                {KINDS.map(({ key, title }) => (
                  <td key={key}>
                    {readOnly ? (
                      <span className="f-cell" data-plain>
                        <span className="f-cell-text">{sayMinutes(target[key])}</span>
                      </span>
                    ) : (
                      <MinutesInput
                        label={`P${row + 1}: ${title.toLowerCase()}`}
                        minutes={target[key]}
                        onChange={(minutes) => put(row, key, minutes)}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {readOnly ? (
        <p className="f-plain">At risk from {value.atRiskPercent} % of the time used.</p>
      ) : (
        <NumberInput
          label="At risk from"
          description="Per cent of the time used; the ring turns amber and people are told"
          suffix=" %"
          min={10}
          max={99}
          allowDecimal={false}
          maw={280}
          value={value.atRiskPercent}
          onChange={(next) => typeof next === 'number' && onChange({ ...value, atRiskPercent: next })}
        />
      )}
    </>
  );
}

type MinutesProps = { label: string; minutes: number; onChange(minutes: number): void };

/** A length of time as people write it. What cannot be read is said so and not taken over. */
function MinutesInput({ label, minutes, onChange }: MinutesProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && readMinutes(typed) === null;
  return (
    <TextInput
      aria-label={label}
      value={typed ?? sayMinutes(minutes)}
      w={116}
      error={wrong ? 'Such as 30m or 4h' : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = readMinutes(text);
        if (read !== null) onChange(read);
      }}
      onBlur={() => !wrong && setTyped(null)}
    />
  );
}
