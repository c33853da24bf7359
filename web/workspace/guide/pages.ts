import type { Page } from './markdown.ts';
import { ORDER } from './order.ts';

const FILES = import.meta.glob<Page>(['../../../docs/guide/*.md', '../../../docs/import-*.md'], {
  eager: true,
  import: 'default',
});

const place = (topic: string) => (ORDER.includes(topic) ? ORDER.indexOf(topic) : ORDER.length);

/** Every page of the guide. */
export const PAGES: readonly (Page & { topic: string })[] = Object.entries(FILES)
  .map(([path, page]) => ({ ...page, topic: path.slice(path.lastIndexOf('/') + 1, -'.md'.length) }))
  .sort((a, b) => place(a.topic) - place(b.topic));
