import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import type { Plugin } from 'vite';

/** Turns `import page from 'x.md'` into `{ title, html }` when the app is built, so that the browser carries no converter. */
export function markdownPages(): Plugin {
  return {
    name: 'fettle-guide',
    load(id) {
      if (!id.endsWith('.md')) return null;
      const text = readFileSync(id, 'utf8');
      const title = /^# (.+)$/m.exec(text)?.[1] ?? 'Guide';
      const body = marked.parse(text.replace(/^# .+\n/, ''), { async: false });
      // Links between the pages are written as files, so that they work where the files are read as well.
      const html = body.replaceAll(/href="(?:\.\/)?([a-z-]+)\.md(#[a-z-]+)?"/g, 'href="/guide/$1$2"');
      return { code: `export default ${JSON.stringify({ title, html })};`, map: null };
    },
  };
}
