import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { pageOf } from './markdown.ts';

/** Turns `import page from 'x.md'` into `{ title, html }` when the app is built, so that the browser carries no converter. */
export function markdownPages(): Plugin {
  return {
    name: 'fettle-guide',
    load(id) {
      if (!id.endsWith('.md')) return null;
      return { code: `export default ${JSON.stringify(pageOf(readFileSync(id, 'utf8')))};`, map: null };
    },
  };
}
