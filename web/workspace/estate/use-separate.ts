import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { TOUCHED } from './touched.ts';

/** Takes a joining back. */
export const useSeparate = () =>
  useDo('DELETE /item-duplicates/{id}/decision', {
    failed: 'Not separated',
    refresh: TOUCHED,
    onDone: () => toast.done('They are two again, each with its own'),
  });
