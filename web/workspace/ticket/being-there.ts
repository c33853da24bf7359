import { useCallback, useEffect, useRef } from 'react';
import { call } from '#web/api/client.ts';

type OwnState = 'viewing' | 'typing' | 'left';

/** Who does not say so again counts as gone after a while; the server waits three times as long. */
const REPEAT_MS = 15_000;
/** Typing is over when nothing was typed for this long, and is said again this often while it lasts. */
const TYPING_MS = 5_000;

/** The ticket that something is being written on right now. */
let writingOn: string | null = null;

/** Presence is a courtesy: a word of it that is lost is not worth one to the person. */
function say(ticketId: string, state: OwnState, keepalive = false): void {
  call('POST /tickets/{idOrKey}/presence', { params: { idOrKey: ticketId }, body: { state } }, { keepalive }).catch(
    () => {},
  );
}

/** Says that I am on a ticket for as long as its page is open. */
export function useBeingThere(ticketId: string | undefined): void {
  useEffect(() => {
    if (!ticketId) return;
    const here = () =>
      document.visibilityState === 'visible' && say(ticketId, writingOn === ticketId ? 'typing' : 'viewing');
    here();
    const timer = setInterval(here, REPEAT_MS);
    const leave = () => say(ticketId, 'left', true);
    document.addEventListener('visibilitychange', here);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', here);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [ticketId]);
}

/** Tells others that something is being written on the ticket, and when it no longer is. Call it at each letter. */
export function useTyping(ticketId: string): () => void {
  const said = useRef(0);
  const over = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(over.current);
      writingOn = null;
    },
    [],
  );
  return useCallback(() => {
    const now = Date.now();
    if (now - said.current > TYPING_MS) {
      writingOn = ticketId;
      said.current = now;
      say(ticketId, 'typing');
    }
    clearTimeout(over.current);
    over.current = setTimeout(() => {
      said.current = 0;
      writingOn = null;
      say(ticketId, 'viewing');
    }, TYPING_MS);
  }, [ticketId]);
}
