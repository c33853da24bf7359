import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { loadPage } from '#web/ui/load/load.ts';
import { Frame } from '../frame/frame.tsx';
import { Failed } from '../frame/outcomes.tsx';
import { requireMe } from '../session/me.ts';

export const root = createRootRoute();
/** A page in a chunk of its own. */
export const page = <Module extends { default: () => ReactNode }>(importer: () => Promise<Module>) =>
  lazyRouteComponent(() => loadPage(importer));

/** Everything inside the frame needs somebody who is signed in. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'workspace',
  beforeLoad: ({ location }) => requireMe(location.href),
  component: Frame,
  errorComponent: Failed,
});
