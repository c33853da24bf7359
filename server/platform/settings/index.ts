import { settingsRoutes } from './routes.ts';

export { dropSetting, putSetting } from './change.ts';
export { allSettings, defineSetting, type Setting, settingByKey } from './registry.ts';
export { type Resolved, readSettingsOf, resolveMany, resolveSetting, resolveSettings } from './resolve.ts';

export const settingsModule = { name: 'settings', routes: settingsRoutes };
