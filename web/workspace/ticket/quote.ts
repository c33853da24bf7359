import { createStore } from '#web/ui/store.ts';

/** A message that is to be quoted, on its way to the composer of its ticket. */
export const quoteStore = createStore<{ ticketId: string; html: string } | null>(null);
