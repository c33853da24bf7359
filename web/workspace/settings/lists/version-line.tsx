import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import './version-line.css';

type Props = {
  number: number;
  /** When it came, by whom, and how it stands. */
  said: ReactNode;
  /** What it says, where a line shows that. */
  terms?: ReactNode;
  note: string;
  /** Begins a draft from it; null where it says nothing, or the reader may not. */
  onDraft: (() => void) | null;
};

/** A version of something that is published, in the list of them (`f-versions`). */
export function VersionLine({ number, said, terms, note, onDraft }: Props) {
  return (
    <li>
      <div>
        {said}
        {terms && <div className="f-dim">{terms}</div>}
        {note && <div className="f-dim">{note}</div>}
      </div>
      {onDraft && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`Make this a draft: version ${number}`}
          onClick={onDraft}
        >
          Make this a draft
        </Button>
      )}
    </li>
  );
}
