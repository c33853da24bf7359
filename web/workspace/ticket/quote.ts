import { createStore } from '#web/ui/store.ts';

import type { PutIn } from './draft.ts';

type Quote = { ticketId: string; html: string; visibility?: 'public' | 'internal'; article?: PutIn };

/** A message that is to be quoted, or another text, on its way to the composer of its ticket; as a reply where that is said. */
export const quoteStore = createStore<Quote | null>(null);
