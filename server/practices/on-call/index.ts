import { onCallRoutes } from './routes.ts';

export { onCallIn } from './queries.ts';

export const onCallModule = { name: 'on-call', routes: onCallRoutes };
