import { Button } from '@mantine/core';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';

type Props = {
  /** What is deleted, by its name: "the checklist “New starter”". */
  what: string;
  /** What stays, and what does not, in a sentence. */
  body: string;
  remove(): Promise<unknown>;
  onGone(): void;
};

/** At the foot of a record's form: asks, deletes, and says so. */
export function DeleteButton({ what, body, remove, onGone }: Props) {
  const go = async () => {
    if (!(await confirm({ title: `Delete ${what}?`, body, action: 'Delete', danger: true }))) return;
    try {
      await remove();
      toast.done(`Deleted ${what}`);
      onGone();
    } catch (error) {
      toast.fault(error, 'Not deleted');
    }
  };
  return (
    <Button variant="subtle" color="red.8" onClick={() => void go()}>
      Delete
    </Button>
  );
}
