import type { ArticleView } from '#shared/knowledge.ts';
import {
  ARTICLE_STATES,
  ARTICLE_VISIBILITIES,
  type ArticleState,
  type ArticleVisibility,
} from '#shared/knowledge-words.ts';

export const STATE_WORDS: Readonly<Record<ArticleState, string>> = {
  draft: 'Draft',
  in_review: 'In review',
  published: 'Published',
  retired: 'Retired',
};
export const STATE_COLOURS: Readonly<Record<ArticleState, string>> = {
  draft: 'gray',
  in_review: 'blue',
  published: 'green',
  retired: 'gray',
};
export const READERS: Readonly<Record<ArticleVisibility, { name: string; help: string }>> = {
  internal: { name: 'Staff only', help: 'No client reads it' },
  all: { name: 'All clients', help: 'Everybody who signs in to the portal' },
  chosen: { name: 'Chosen clients', help: 'People of these clients' },
  public: { name: 'Everybody', help: 'Whoever opens the portal, also without signing in' },
};
export const STATE_CHOICES = ARTICLE_STATES.map((value) => ({ value, label: STATE_WORDS[value] }));
export const READER_CHOICES = ARTICLE_VISIBILITIES.map((value) => ({ value, label: READERS[value].name }));

type Read = Pick<ArticleView, 'visibility' | 'clients'>;

/** For whom an article is: "Acme and Birch", "Acme and 4 more". */
export function readersOf({ visibility, clients }: Read): string {
  if (visibility !== 'chosen') return READERS[visibility].name;
  const [first, second] = clients;
  if (!first) return READERS.chosen.name;
  if (clients.length === 2 && second) return `${first.name} and ${second.name}`;
  return clients.length === 1 ? first.name : `${first.name} and ${clients.length - 1} more`;
}
