import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { pageOf } from './markdown.ts';

const PICTURE = /src="(\.\.\/images\/[a-z0-9-]+\.png)"/g;

/**
 * Turns `import page from 'x.md'` into `{ title, html }` when the app is built, so that the browser carries no converter. Its pictures
 * become files of the app.
 */
export function markdownPages(): Plugin {
  return {
    name: 'fettle-guide',
    load(id) {
      if (!id.endsWith('.md')) return null;
      const { title, html } = pageOf(readFileSync(id, 'utf8'));
      const pictures = [...new Set([...html.matchAll(PICTURE)].map((match) => match[1] ?? ''))];
      const imports = pictures.map((path, at) => `import p${at} from ${JSON.stringify(join(dirname(id), path))};`);
      const shown = pictures.map((path, at) => `.replaceAll(${JSON.stringify(path)}, p${at})`);
      const page = `{ title: ${JSON.stringify(title)}, html: ${JSON.stringify(html)}${shown.join('')} }`;
      return { code: `${imports.join('\n')}\nexport default ${page};`, map: null };
    },
  };
}
