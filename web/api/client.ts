import { createClient } from '#client/index.ts';
import { wordsStore } from '#web/ui/words/words.ts';

export { type Answer, type Input, type Item, type Listing, type Operation, problemOf } from '#client/index.ts';

/** In which language the server is to answer: the page's, and not the browser's. */
export const speaking = (): { 'accept-language': string } => ({ 'accept-language': wordsStore.get().language });

/** Calls the server this page came from; the cookie says who calls. */
export const { call } = createClient({
  fetch: (address, init) => fetch(address, { ...init, headers: { ...(init?.headers as object), ...speaking() } }),
});
