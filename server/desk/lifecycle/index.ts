import { lifecycleRoutes } from './routes.ts';
import './words.ts';

export { allLifecycles, lifecycleOf } from './store.ts';

export const lifecycleModule = { name: 'lifecycle', routes: lifecycleRoutes };
