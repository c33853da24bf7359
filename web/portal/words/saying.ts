import type { Area } from './areas.ts';
import { want } from './speak.ts';

/**
 * Fetches a page or a part and, beside it, the words that it says, so that it is never drawn without them:
 * `saying(() => import('./ticket-page.tsx'), 'ticket')`.
 */
export const saying =
  <T>(importer: () => Promise<T>, ...areas: readonly [Area, ...Area[]]) =>
  async (): Promise<T> => {
    const [loaded] = await Promise.all([importer(), want(areas)]);
    return loaded;
  };
