import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets the loader of a button appear at once. Mantine slides it in by what else moves whole dialogues, which every first page would
 * fetch for that alone.
 */
export function plainLoader(): Plugin {
  return {
    name: 'fettle-plain-loader',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id.endsWith('/Transition/Transition.mjs') && importer?.replaceAll('\\', '/').endsWith('/Button/Button.mjs')
        ? join(import.meta.dirname, 'plain-transition.ts')
        : null,
  };
}
