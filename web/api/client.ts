import { createClient } from '#client/index.ts';

export { type Answer, type Input, type Item, type Listing, type Operation, problemOf } from '#client/index.ts';

/** Calls the server this page came from; the cookie says who calls. */
export const { call } = createClient();
