import type { Services } from '#platform/context/index.ts';
import { sendQuoteMails } from './mails.ts';
import { quoteRoutes } from './routes.ts';
import { portalQuoteRoutes } from './routes-portal.ts';

export { acceptQuote, declineQuote } from './decide.ts';
export { createQuote } from './quotes.ts';
export { viewQuote } from './read.ts';
export { reviseQuote, sendQuote, withdrawQuote } from './send.ts';

const SECOND_MS = 1_000;

export const quoteModule = {
  name: 'quote',
  routes: [...quoteRoutes, ...portalQuoteRoutes],
  loops: [
    {
      name: 'quote.mails',
      everyMs: 2 * SECOND_MS,
      run: (services: Services, signal: AbortSignal) => sendQuoteMails(services, signal),
    },
  ],
};
