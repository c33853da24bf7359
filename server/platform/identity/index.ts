import { keyRoutes } from './routes-key.ts';
import { meRoutes } from './routes-me.ts';
import { roleRoutes } from './routes-role.ts';
import { sessionRoutes } from './routes-session.ts';
import { staffRoutes } from './routes-staff.ts';

export { authenticator, contactIdentity, staffIdentity } from './authenticate.ts';
export { insertKey } from './insert-key.ts';
export { ensureAdmin, SAMPLE_JOB, setUp, setupLink } from './setup.ts';
export { createStaff, setPassword } from './staff-account.ts';

export const identityModule = {
  name: 'identity',
  routes: [...sessionRoutes, ...meRoutes, ...keyRoutes, ...staffRoutes, ...roleRoutes],
};
