import { ActionIcon } from '@mantine/core';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { IconPencil, IconTrash } from '#web/ui/icons.ts';

type Props = {
  /** What is changed or taken away, for its buttons. */
  name: string;
  /** Asks before it is taken away. */
  question: { title: string; body: string };
  onEdit(): void;
  onTakeAway(): void;
};

/** Changing what was recorded, and taking it away. */
export function LineTools({ name, question, onEdit, onTakeAway }: Props) {
  const takeAway = async () => {
    if (await confirm({ ...question, action: 'Take away', danger: true })) onTakeAway();
  };
  return (
    <span className="f-time-tools">
      <ActionIcon aria-label={`Change ${name}`} data-tip="Change" onClick={onEdit}>
        <IconPencil size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon aria-label={`Take away ${name}`} data-tip="Take away" onClick={() => void takeAway()}>
        <IconTrash size={16} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
}
