import { learnWords } from './learn.ts';

export { type Hit, type SearchWithin, searchTickets, wordsOf } from './find.ts';
export { indexMessage, indexNewTicket, indexOpenness, indexTicket } from './index-ticket.ts';

export const searchModule = {
  name: 'search',
  queues: ['search.learn'],
  jobs: (services: Parameters<typeof learnWords>[0]) => [learnWords(services)],
};
