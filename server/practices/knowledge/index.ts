import { articleRoutes } from './routes.ts';
import { articleFileRoutes } from './routes-file.ts';

export { publishArticle } from './publish.ts';
export { createArticle } from './write.ts';

export const knowledgeModule = { name: 'knowledge', routes: [...articleRoutes, ...articleFileRoutes] };
