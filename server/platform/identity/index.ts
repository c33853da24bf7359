import type { Services } from '../context/index.ts';
import { passkeyRoutes } from './passkey/routes.ts';
import { keyRoutes } from './routes-key.ts';
import { meRoutes } from './routes-me.ts';
import { passwordRoutes } from './routes-password.ts';
import { roleRoutes } from './routes-role.ts';
import { sessionRoutes } from './routes-session.ts';
import { staffRoutes } from './routes-staff.ts';
import { staffAccessRoutes } from './routes-staff-access.ts';
import { totpRoutes } from './routes-totp.ts';
import { providerRoutes } from './sso/routes-provider.ts';
import { ssoRoutes } from './sso/routes-sign-in.ts';
import { tidySignIn } from './tidy.ts';

export { credentialsOf, lastSignIn, sessionsOf } from './access-lists.ts';
export { authenticator } from './authenticate.ts';
export { browserSecret, giveBrowserSecret } from './browser-secret.ts';
export { type Candidate, candidatesFor } from './contact/candidates.ts';
export { type Entry, enterByMail } from './contact/enter.ts';
export { enterByPassword } from './contact/enter-password.ts';
export { followLeaving, whenContactLeaves } from './contact/leaving.ts';
export { type AskedMail, countMailAsked, MAIL_PROOF_SECONDS, mintMailProof } from './contact/mail-proof.ts';
export { openContact } from './contact/open.ts';
export { PORTAL_SIGN_IN, policyFor, refuseLockingOut } from './contact/policy.ts';
export { factorRule } from './contact/second-factor.ts';
export { noteSecured, type Secured, type SecurityChange, whenSecured } from './contact/secured.ts';
export { type Sight, sightOf } from './contact/sight.ts';
export { contactEvent, contactLink, signInByContactLink } from './contact-link.ts';
export { contactIdentity, narrowed, type Reach, staffIdentity } from './identities.ts';
export { insertKey } from './insert-key.ts';
export { signInMethods } from './methods.ts';
export { hoursFrom, INVITATION_HOURS, invitedUntil, passwordLink, RESET_HOURS } from './password-link.ts';
export { requireFresh } from './person.ts';
export { personIn } from './person-in.ts';
export { firstOffered, languageOf, languagesOffered, providerLanguage } from './portal-language.ts';
export { forgetCallers } from './remembered.ts';
export { clearSessionCookie, endProviderSessions, endSessions, openSession, setSessionCookie } from './session.ts';
export { ensureAdmin, SAMPLE_JOB, setUp, setupLink } from './setup.ts';
export { secretPurpose as oidcSecretPurpose } from './sso/client.ts';
export { authorizationUrl, exchangeCode } from './sso/exchange.ts';
export { beginFlow, FLOW_SECONDS, takeFlow } from './sso/flow.ts';
export { inspectIssuer } from './sso/provider.ts';
export { createStaff, setPassword } from './staff-account.ts';
export { addLeave } from './staff-leave.ts';
export { whenStaffLeave } from './staff-leaving.ts';
export { updateStaff } from './staff-update.ts';
export { stillStanding } from './standing.ts';
export { newToken, tokenHash } from './token.ts';
export { removeTotp } from './totp.ts';
export { mayDo, WORKS_TICKETS, worksFor } from './who-works.ts';

export const identityModule = {
  name: 'identity',
  routes: [
    ...sessionRoutes,
    ...meRoutes,
    ...passwordRoutes,
    ...totpRoutes,
    ...passkeyRoutes,
    ...ssoRoutes,
    ...providerRoutes,
    ...keyRoutes,
    ...staffRoutes,
    ...staffAccessRoutes,
    ...roleRoutes,
  ],
  loops: [{ name: 'identity.tidy', everyMs: 600_000, run: (services: Services) => tidySignIn(services) }],
};
