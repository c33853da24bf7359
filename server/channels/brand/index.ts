import { publicRoutes } from './routes-public.ts';

export { brandOf } from './brand-of.ts';

export const brandModule = { name: 'brand', routes: publicRoutes };
