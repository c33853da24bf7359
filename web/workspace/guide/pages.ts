type Page = { title: string; html: string };

const FILES = import.meta.glob<Page>('../../../docs/guide/*.md', { eager: true, import: 'default' });
/** In the order in which somebody new reads them. */
const ORDER = [
  'start',
  'queue',
  'ticket',
  'priority-and-service-levels',
  'clients',
  'people',
  'settings',
  'import-servicenow-log',
  'running',
  'api',
];

const place = (topic: string) => (ORDER.includes(topic) ? ORDER.indexOf(topic) : ORDER.length);

/** Every page of the guide. */
export const PAGES: readonly (Page & { topic: string })[] = Object.entries(FILES)
  .map(([path, page]) => ({ ...page, topic: path.slice(path.lastIndexOf('/') + 1, -'.md'.length) }))
  .sort((a, b) => place(a.topic) - place(b.topic));
