import { createRoute } from '@tanstack/react-router';
import { Failed } from '#web/ui/feedback/failed.tsx';
import { root } from '#web/ui/load/route.ts';
import { Frame } from '../frame/frame.tsx';
import { requireMe } from '../session/me.ts';

/** Everything inside the frame needs somebody who is signed in. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'workspace',
  beforeLoad: ({ location }) => requireMe(location.href),
  component: Frame,
  errorComponent: Failed,
});
