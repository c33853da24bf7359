import { queryClient, reading } from '#web/api/use.ts';
import { preloadEditor } from '#web/ui/text/editor.tsx';
import { preloadPeek } from './peek.tsx';

/** Long enough that passing over a row asks for nothing. */
const WAIT_MS = 70;
const FRESH = { staleTime: 10_000 };
let timer: ReturnType<typeof setTimeout> | undefined;

/** Fetches what the ticket's page shows first, so that it is there when the row under the cursor or pointer is opened. */
export function prefetchTicket({ id, key }: { id: string; key: string }): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // What fails here is asked for again, and explained, when the ticket is opened.
    import('../ticket/ticket-page.tsx').catch(() => undefined);
    preloadEditor();
    preloadPeek();
    void queryClient.prefetchQuery({ ...reading('GET /tickets/{idOrKey}', { params: { idOrKey: key } }), ...FRESH });
    const byId = { params: { idOrKey: id } };
    void queryClient.prefetchQuery({ ...reading('GET /tickets/{idOrKey}/timeline', byId), ...FRESH });
    void queryClient.prefetchQuery({ ...reading('GET /tickets/{idOrKey}/sla', byId), ...FRESH });
  }, WAIT_MS);
}
