import { onCallRoutes } from './routes.ts';

export { coverBetween, onCallIn } from './queries.ts';

export const onCallModule = { name: 'on-call', routes: onCallRoutes };
