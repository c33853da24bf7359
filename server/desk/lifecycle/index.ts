import { lifecycleRoutes } from './routes.ts';
import './words.ts';

export { allLifecycles, type Following, lifecycleNamed, lifecycleOf } from './store.ts';

export const lifecycleModule = { name: 'lifecycle', routes: lifecycleRoutes };
