import { fileURLToPath } from 'node:url';

/** The project's folder. (`import.meta.dirname` is missing before Node 20.11.) */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
