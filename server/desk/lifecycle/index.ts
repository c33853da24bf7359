import { lifecycleRoutes } from './routes.ts';

export { lifecycleOf } from './store.ts';

export const lifecycleModule = { name: 'lifecycle', routes: lifecycleRoutes };
