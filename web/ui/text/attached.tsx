import { CloseButton } from '@mantine/core';
import { IconPaperclip } from '#web/ui/icons.ts';
import './files.css';
import { ui } from '../words/words.ts';

/** What will go with the message. */
export function Attached({
  files,
  onRemove,
}: {
  files: readonly { id: string; name: string }[];
  onRemove(id: string): void;
}) {
  if (files.length === 0) return null;
  return (
    <ul className="f-attached" aria-label={ui('files.toAttach')}>
      {files.map(({ id, name }) => (
        <li key={id}>
          <IconPaperclip size={14} aria-hidden="true" />
          <bdi className="f-cut">{name}</bdi>
          <CloseButton size="xs" aria-label={ui('files.remove', { name })} onClick={() => onRemove(id)} />
        </li>
      ))}
    </ul>
  );
}
