import { useCallback, useState } from 'react';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { refreshTickets } from '../actions/index.ts';
import { type LiveMessage, useLiveMessages } from '../live/live.ts';
import { useMe } from '../session/me.ts';

/**
 * Tickets that others changed since the list was read. The list is not reordered under the reader: it says how many
 * changed, and is read again when they ask. What the reader did themselves is read at once by whoever did it.
 */
export function useChanges() {
  const { id } = useMe();
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const show = useCallback(() => {
    setChanged(new Set());
    void refreshTickets();
  }, []);
  useShortcuts([{ combo: 'r', label: 'Show what changed', group: 'List', run: show }], changed.size > 0);
  useLiveMessages(
    useCallback(
      (message: LiveMessage) => {
        if (message.kind === 'resync') return show();
        if (message.kind !== 'event' || message.event.subjectType !== 'ticket' || message.event.actorId === id) return;
        const { subjectId } = message.event;
        setChanged((now) => (now.has(subjectId) ? now : new Set([...now, subjectId])));
      },
      [id, show],
    ),
  );
  return { changed, show };
}
