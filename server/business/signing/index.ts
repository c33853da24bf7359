import type { Services } from '#platform/context/index.ts';
import { sendContractMails } from './mails.ts';
import { signingRoutes } from './routes.ts';

const SECOND_MS = 1_000;

export const signingModule = {
  name: 'signing',
  routes: signingRoutes,
  loops: [
    {
      name: 'signing.mails',
      everyMs: 2 * SECOND_MS,
      run: (services: Services, signal: AbortSignal) => sendContractMails(services, signal),
    },
  ],
};
