import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { PRIORITIES } from '#shared/vocabulary.ts';
import { PriorityMark, priorityName } from '#web/ui/marks/priority-mark.tsx';
import { fits, Picker, type PickerLine } from '#web/ui/picker/picker.tsx';
import { Refused } from './refused.tsx';
import { namesOf, type Target } from './store.ts';
import { useApply } from './use-apply.ts';
import { useKeptWords } from './use-kept-words.ts';

type Line = PickerLine & { priority: number | null; typed: string };

const LINES: readonly Line[] = [
  ...PRIORITIES.map((priority) => ({
    id: String(priority),
    label: priorityName(priority),
    typed: `P${priority} ${priorityName(priority)}`,
    priority,
    mark: <PriorityMark priority={priority} />,
  })),
  {
    id: 'matrix',
    label: 'By the matrix',
    typed: 'By the matrix',
    note: 'from impact and urgency',
    priority: null,
  },
];

/** Overriding the priority, or giving the decision back to the matrix. */
export function PriorityDialog({ targets }: { targets: readonly Target[] }) {
  const [text, setText] = useState('');
  const kept = useKeptWords('priority', targets, { reason: '' });
  const { reason } = kept.values;
  const apply = useApply(targets, kept.clear);
  return (
    <Picker
      label={`Priority of ${namesOf(targets)}`}
      lines={LINES.filter(({ typed }) => fits(typed, text.trim()))}
      text={text}
      onText={setText}
      onPick={({ priority, typed }) =>
        apply.run({ priority, ...(reason.trim() ? { reason: reason.trim() } : {}) }, typed)
      }
      more={
        <div className="f-action-more">
          <Refused error={apply.error} />
          {targets.length === 1 && (
            <TextInput
              label="Reason"
              description="Shown beside the priority"
              value={reason}
              onChange={(event) => kept.change({ reason: event.currentTarget.value })}
            />
          )}
        </div>
      }
    />
  );
}
