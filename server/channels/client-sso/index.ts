import { identityRoutes } from './routes-identity.ts';
import { providerRoutes } from './routes-provider.ts';
import { signInRoutes } from './routes-sign-in.ts';
import { samlProviderRoutes } from './saml/routes-provider.ts';
import { samlSignInRoutes } from './saml/routes-sign-in.ts';

export { asSystemFor } from './seen.ts';

export const clientSsoModule = {
  name: 'client-sso',
  routes: [...providerRoutes, ...samlProviderRoutes, ...identityRoutes, ...signInRoutes, ...samlSignInRoutes],
};
