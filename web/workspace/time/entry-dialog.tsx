import type { TimeEntryView } from '#shared/time.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { EntryForm } from './entry-form.tsx';

/** Where recorded time is changed; closed while there is none. */
export function EntryDialog({ entry, onClose }: { entry: TimeEntryView | null; onClose(): void }) {
  return (
    <Dialog title="Change recorded time" opened={entry !== null} onClose={onClose}>
      {entry && <EntryForm key={entry.id} entry={entry} onClose={onClose} />}
    </Dialog>
  );
}
