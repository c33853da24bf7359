import { learnWords } from './learn.ts';

export { type Hit, searchTickets, wordsOf } from './find.ts';
export { indexMessage, indexTicket } from './index-ticket.ts';

export const searchModule = {
  name: 'search',
  queues: ['search.learn'],
  jobs: (services: Parameters<typeof learnWords>[0]) => [learnWords(services)],
};
