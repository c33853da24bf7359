import { articleRoutes } from './routes.ts';
import { articleFileRoutes } from './routes-file.ts';

export { publishArticle } from './publish.ts';
export { viewArticle } from './query-view.ts';
export { returnArticle, submitArticle } from './review.ts';
export { createArticle, updateArticle } from './write.ts';

export const knowledgeModule = { name: 'knowledge', routes: [...articleRoutes, ...articleFileRoutes] };
