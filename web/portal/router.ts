import { createRouter } from '@tanstack/react-router';
import { Failed } from '#web/ui/feedback/failed.tsx';
import { root } from '#web/ui/load/route.ts';
import { addressSearch } from '#web/ui/load/search.ts';
import { Nowhere } from './nowhere.tsx';
import { portalTree } from './routes.ts';

/** The portal by itself: whoever opens it fetches nothing of the workspace. */
export const router = createRouter({
  routeTree: root.addChildren([...portalTree]),
  scrollRestoration: true,
  defaultPendingMs: 300,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: Nowhere,
  ...addressSearch,
});
