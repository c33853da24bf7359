import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { presentOpenApi } from './openapi-document.ts';

const TITLE = 'Fettle API';

/** Follows the system's light or dark; a file of its own, because the page's policy allows no inline script. */
const COLOUR_SCHEME = `const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();
`;

/** The interactive reference at /api/docs: every file comes from this server, so it works without the internet. */
export async function addReference(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    transformSpecification: (document) => presentOpenApi(document) as Record<string, unknown>,
    // It makes a copy of its own.
    transformSpecificationClone: false,
    theme: { title: TITLE, js: [{ filename: 'colour-scheme.js', content: COLOUR_SCHEME }] },
    uiConfig: {
      layout: 'BaseLayout',
      docExpansion: 'none',
      filter: true,
      tryItOutEnabled: true,
      displayRequestDuration: true,
      defaultModelsExpandDepth: -1,
    },
  });
}
