import { titleWords } from '../alike.ts';
import { COMMON } from '../common-words.ts';

/** Something that is being logged or worked on. */
export type Trouble = {
  readonly title: string;
  /** Plain text. */
  readonly text: string;
  readonly categoryId: string | null;
  readonly serviceId: string | null;
  readonly itemIds: readonly string[];
};

export type KnownError = {
  readonly id: string;
  readonly title: string;
  readonly symptoms: string;
  readonly categoryId: string | null;
  readonly serviceId: string | null;
  readonly itemIds: readonly string[];
};

export type Match = { readonly id: string; readonly why: string };

const WEIGHTS = { title: 2, symptoms: 1, category: 1, service: 1, item: 4 };
/** Two words of its title, or one and two that its symptoms name; a device alone is enough. */
const ENOUGH = 4;
const SHOWN = 5;
const NAMED = 4;

/** Known errors that something may be, the likeliest first, each with what speaks for it. Words alone count, and never a category alone. */
export function matchKnownErrors(trouble: Trouble, errors: readonly KnownError[]): Match[] {
  const words = telling(`${trouble.title} ${trouble.text}`);
  return errors
    .map((error) => ({ error, ...scoreOf(trouble, words, error) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || (a.error.id < b.error.id ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ error, why }) => ({ id: error.id, why: why.join('; ') }));
}

function scoreOf(trouble: Trouble, words: ReadonlySet<string>, error: KnownError): { score: number; why: string[] } {
  const title = [...telling(error.title)].filter((word) => words.has(word));
  const symptoms = [...telling(error.symptoms)].filter((word) => words.has(word) && !title.includes(word));
  const shared = [...title, ...symptoms];
  const sameItem = error.itemIds.some((id) => trouble.itemIds.includes(id));
  const sameCategory = error.categoryId !== null && error.categoryId === trouble.categoryId;
  const sameService = error.serviceId !== null && error.serviceId === trouble.serviceId;
  const about = shared.length === 0 ? 0 : (sameCategory ? WEIGHTS.category : 0) + (sameService ? WEIGHTS.service : 0);
  return {
    score: title.length * WEIGHTS.title + symptoms.length * WEIGHTS.symptoms + about + (sameItem ? WEIGHTS.item : 0),
    why: [
      ...(shared.length > 0
        ? [
            `shares ${shared
              .slice(0, NAMED)
              .map((word) => `“${word}”`)
              .join(', ')}`,
          ]
        : []),
      ...(sameItem ? ['is about the same device'] : []),
      ...(sameCategory ? ['has the same category'] : []),
      ...(sameService ? ['has the same service'] : []),
    ],
  };
}

const telling = (text: string): ReadonlySet<string> =>
  new Set([...titleWords(text)].filter((word) => !COMMON.has(word)));
