import type { Services } from '#platform/context/index.ts';
import { learnWords } from './learn.ts';
import { REINDEX_JOB, reindexTickets } from './reindex.ts';

export { type Hit, type SearchWithin, searchAllButOne, searchTickets, wordsOf } from './find.ts';
export { indexMessage, indexNewTicket, indexOpenness, indexTicket } from './index-ticket.ts';
export { reindexLater } from './reindex.ts';

export const searchModule = {
  name: 'search',
  queues: ['search.learn', REINDEX_JOB],
  jobs: (services: Services) => [learnWords(services), reindexTickets(services)],
};
