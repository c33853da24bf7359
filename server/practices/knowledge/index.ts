import type { Services } from '#platform/context/index.ts';
import { remindOwners } from './remind.ts';
import { articleRoutes } from './routes.ts';
import { articleFileRoutes } from './routes-file.ts';
import { portalArticleRoutes } from './routes-portal.ts';
import { articleUseRoutes } from './routes-ticket.ts';
import { SETTLE_JOB, settleJob } from './settle.ts';

export { type Answered, noteAnswers, takeBackAnswers } from './answer.ts';
export { flagArticle } from './flag.ts';
export { publishArticle } from './publish.ts';
export { viewArticle } from './query-view.ts';
export { noteRead, vote } from './read.ts';
export { returnArticle, submitArticle } from './review.ts';
export { putArticle } from './use.ts';
export { createArticle, updateArticle } from './write.ts';

export const knowledgeModule = {
  name: 'knowledge',
  routes: [...articleRoutes, ...articleUseRoutes, ...articleFileRoutes, ...portalArticleRoutes],
  queues: [SETTLE_JOB],
  jobs: (services: Services) => [settleJob(services)],
  loops: [
    {
      name: 'knowledge.remind',
      everyMs: 600_000,
      run: (services: Services) => remindOwners(services),
    },
  ],
};
