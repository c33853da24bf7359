import type { Services } from '#platform/context/index.ts';
import { whenSecured } from '#platform/identity/index.ts';
import { queueSecurity } from '#server/channels/mail-out/index.ts';
import { PASSWORD_MAIL_JOB, sendPasswordMail } from './password-mail.ts';
import { portalRoutes } from './routes.ts';
import { companyRoutes } from './routes-company.ts';
import { contactSignInRoutes } from './routes-contact-sign-in.ts';
import { raiseRoutes } from './routes-raise.ts';
import { signInRoutes } from './routes-sign-in.ts';
import { SIGN_IN_MAIL_JOB, sendSignInMail } from './sign-in-mail.ts';

whenSecured(queueSecurity);

export const portalModule = {
  name: 'portal',
  routes: [...signInRoutes, ...contactSignInRoutes, ...portalRoutes, ...companyRoutes, ...raiseRoutes],
  queues: [SIGN_IN_MAIL_JOB, PASSWORD_MAIL_JOB],
  jobs: (services: Services) => [sendSignInMail(services), sendPasswordMail(services)],
};
