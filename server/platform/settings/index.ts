import { settingsRoutes } from './routes.ts';

export { defineSetting } from './registry.ts';
export { resolveMany, resolveSetting } from './resolve.ts';

export const settingsModule = { name: 'settings', routes: settingsRoutes };
