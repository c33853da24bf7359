import type { Services } from '#platform/context/index.ts';
import { xeroDoor } from './door.ts';
import { xeroRoutes } from './routes.ts';
import { keepBooks } from './sync.ts';

export { keepBooks } from './sync.ts';

export const accountingModule = {
  name: 'accounting',
  routes: xeroRoutes,
  machines: [xeroDoor],
  loops: [
    {
      name: 'accounting.books',
      role: 'worker' as const,
      everyMs: 3_000,
      run: (services: Services, signal: AbortSignal) => keepBooks(services, signal),
    },
  ],
};
