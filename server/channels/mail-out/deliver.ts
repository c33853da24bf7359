import type { Services } from '#platform/context/index.ts';
import type { Letter } from './compose.ts';
import { deliverByGraph } from './graph.ts';
import type { MailServer } from './server.ts';
import { deliverBySmtp } from './transport.ts';

/**
 * Hands one letter over and answers what was said to it. `again`: it may have been taken before, without our hearing of it. Throws what
 * `failure.ts` reads.
 */
export const deliver = (services: Services, server: MailServer, letter: Letter, again: boolean): Promise<string> =>
  server.via === 'graph' ? deliverByGraph(services, server, letter, again) : deliverBySmtp(services, server, letter);
