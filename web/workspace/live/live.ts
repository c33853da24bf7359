import { useEffect } from 'react';
import { call } from '#web/api/client.ts';
import { noteSignedOut } from '#web/api/signed-out.ts';
import { createStore } from '#web/ui/store.ts';

/** Whether changes of others arrive by themselves. */
export const liveStore = createStore<'off' | 'on' | 'lost'>('off');

/** Something that happened to a ticket or another thing, told by the server. Ids only: what it is, is read. */
export type LiveEvent = {
  id: string;
  clientId: string | null;
  subjectType: string;
  subjectId: string;
  type: string;
  actorId: string | null;
};
export type LivePresence = { ticketId: string; staffId: string; name: string; state: 'viewing' | 'typing' | 'left' };
export type LiveMessage =
  | { kind: 'event'; event: LiveEvent }
  | { kind: 'presence'; presence: LivePresence }
  | { kind: 'notification' }
  | { kind: 'resync' };

type Listener = (message: LiveMessage) => void;
const listeners = new Set<Listener>();
const tell = (message: LiveMessage) => {
  for (const listener of [...listeners]) listener(message);
};

/** Opens the one stream of this page; it opens again by itself after a lost connection. */
export function useLive(): void {
  useEffect(() => {
    const source = new EventSource('/api/v1/stream');
    let opened = false;
    source.addEventListener('open', () => {
      liveStore.set('on');
      // What was missed meanwhile is not sent again, so everything on screen is read anew.
      if (opened) tell({ kind: 'resync' });
      opened = true;
    });
    source.addEventListener('error', () => {
      liveStore.set(opened ? 'lost' : 'off');
      // Away, or the session is over: any reading tells which, before the stream itself would find out.
      call('GET /me', {}).catch(noteSignedOut);
    });
    for (const about of ['ticket', 'alert'])
      source.addEventListener(about, ({ data }) =>
        tell({ kind: 'event', event: JSON.parse(String(data)) as LiveEvent }),
      );
    source.addEventListener('presence', ({ data }) =>
      tell({ kind: 'presence', presence: JSON.parse(String(data)) as LivePresence }),
    );
    source.addEventListener('notification', () => tell({ kind: 'notification' }));
    source.addEventListener('resync', () => tell({ kind: 'resync' }));
    return () => {
      source.close();
      liveStore.set('off');
    };
  }, []);
}

/** Hears what happens while the component is there. */
export function useLiveMessages(listener: Listener): void {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listener]);
}
