import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';

type Props = {
  name: string;
  /** Whether there is a draft to publish, and whether it is in force. */
  hasDraft: boolean;
  inForce: boolean;
  /** What is true of what it did, once it is thrown away. */
  thrownAway: string;
  /** Whether it is asked why it is published; it stands in the list of versions. */
  asksWhy?: boolean;
  onPublish(note: string): void;
  onWithdraw(): void;
  onRemove(): void;
};

/** What is done with a rule that is written as a draft: put it in force, take it out, throw it away. */
export function DraftActions({
  name,
  hasDraft,
  inForce,
  thrownAway,
  asksWhy = false,
  onPublish,
  onWithdraw,
  onRemove,
}: Props) {
  const [note, setNote] = useState<string | null>(null);
  const sure = async () => {
    const yes = await confirm({
      title: 'Throw the rule away?',
      body: `${thrownAway} It cannot be brought back.`,
      action: 'Throw away',
      danger: true,
    });
    if (yes) onRemove();
  };
  const quiet = { variant: 'subtle', color: 'gray', size: 'compact-sm' } as const;
  return (
    <>
      {hasDraft && (
        <Button {...quiet} aria-label={`Publish ${name}`} onClick={() => (asksWhy ? setNote('') : onPublish(''))}>
          {asksWhy ? 'Publish…' : 'Publish'}
        </Button>
      )}
      <Dialog title={`Publish ${name}`} opened={note !== null} onClose={() => setNote(null)}>
        <form
          className="f-form"
          onSubmit={(event) => {
            event.preventDefault();
            setNote(null);
            onPublish(note ?? '');
          }}
        >
          <TextInput
            label="Why"
            description="It stands in the list of versions"
            maxLength={500}
            value={note ?? ''}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit">Publish</Button>
        </form>
      </Dialog>
      {inForce ? (
        <Button {...quiet} aria-label={`Withdraw ${name}`} onClick={onWithdraw}>
          Withdraw
        </Button>
      ) : (
        <Button {...quiet} aria-label={`Throw ${name} away`} onClick={() => void sure()}>
          Throw away…
        </Button>
      )}
    </>
  );
}
