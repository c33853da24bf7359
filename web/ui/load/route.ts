import { createRootRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Speaking } from '../words/speaking.tsx';
import { loadPage } from './load.ts';

/** Above every page, of the workspace and of the portal. */
export const root = createRootRoute({ component: Speaking });
/** A page in a chunk of its own. */
export const page = <Module extends { default: () => ReactNode }>(importer: () => Promise<Module>) =>
  lazyRouteComponent(() => loadPage(importer));
