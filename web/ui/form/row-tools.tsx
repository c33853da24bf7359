import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '../icons.ts';

type Props = {
  /** What the row is called by the buttons: "Remove Call the client". */
  name: string;
  at: number;
  count: number;
  onMove(by: -1 | 1): void;
  /** Left out where a row always stays. */
  onRemove?(): void;
};

/** Moving a row of an ordered list up and down, and taking it away. */
export function RowTools({ name, at, count, onMove, onRemove }: Props) {
  return (
    <span className="f-row-tools">
      <ActionIcon aria-label={`Move ${name} up`} disabled={at === 0} onClick={() => onMove(-1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon aria-label={`Move ${name} down`} disabled={at === count - 1} onClick={() => onMove(1)}>
        <IconArrowDown size={16} />
      </ActionIcon>
      {onRemove && (
        <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      )}
    </span>
  );
}
