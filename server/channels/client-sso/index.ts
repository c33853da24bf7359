import { identityRoutes } from './routes-identity.ts';
import { providerRoutes } from './routes-provider.ts';
import { signInRoutes } from './routes-sign-in.ts';

export const clientSsoModule = { name: 'client-sso', routes: [...providerRoutes, ...identityRoutes, ...signInRoutes] };
