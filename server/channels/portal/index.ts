import type { Services } from '#platform/context/index.ts';
import { portalRoutes } from './routes.ts';
import { raiseRoutes } from './routes-raise.ts';
import { signInRoutes } from './routes-sign-in.ts';
import { SIGN_IN_MAIL_JOB, sendSignInMail } from './sign-in-mail.ts';

export const portalModule = {
  name: 'portal',
  routes: [...signInRoutes, ...portalRoutes, ...raiseRoutes],
  queues: [SIGN_IN_MAIL_JOB],
  jobs: (services: Services) => [sendSignInMail(services)],
};
