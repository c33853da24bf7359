import { Button } from '@mantine/core';
import { confirm } from '#web/ui/feedback/confirm.tsx';

type Props = {
  name: string;
  /** Whether there is a draft to publish, and whether it is in force. */
  hasDraft: boolean;
  inForce: boolean;
  /** What is true of what it did, once it is thrown away. */
  thrownAway: string;
  onPublish(): void;
  onWithdraw(): void;
  onRemove(): void;
};

/** What is done with a rule that is written as a draft: put it in force, take it out, throw it away. */
export function DraftActions({ name, hasDraft, inForce, thrownAway, onPublish, onWithdraw, onRemove }: Props) {
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
        <Button {...quiet} aria-label={`Publish ${name}`} onClick={onPublish}>
          Publish
        </Button>
      )}
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
