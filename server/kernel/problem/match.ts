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
  readonly workaround: string;
  readonly categoryId: string | null;
  readonly serviceId: string | null;
  readonly itemIds: readonly string[];
};

export type Match = { readonly id: string; readonly why: string };

/** By its words: `told` where the title of what is logged has them, `text` where only its description does. */
const WORDS = {
  title: { told: 2, text: 2 },
  symptoms: { told: 2, text: 1 },
  workaround: { told: 1, text: 0 },
} as const;
const WEIGHTS = { category: 1, service: 1, item: 4 };
/** Two words of its title or, where they were put first, of its symptoms; a device alone is enough. */
const ENOUGH = 4;
const SHOWN = 5;
const NAMED = 4;

/** Known errors that something may be, the likeliest first, each with what speaks for it. Words alone count, and never a category alone. */
export function matchKnownErrors(trouble: Trouble, errors: readonly KnownError[]): Match[] {
  const words = { told: telling(trouble.title), text: telling(trouble.text) };
  return errors
    .map((error) => ({ error, ...scoreOf(trouble, words, error) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || (a.error.id < b.error.id ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ error, why }) => ({ id: error.id, why: why.join('; ') }));
}

type Said = Readonly<Record<'told' | 'text', ReadonlySet<string>>>;

function scoreOf(trouble: Trouble, words: Said, error: KnownError): { score: number; why: string[] } {
  const shared = new Set<string>();
  let score = 0;
  for (const part of ['title', 'symptoms', 'workaround'] as const)
    for (const word of telling(error[part])) {
      const points = WORDS[part][words.told.has(word) ? 'told' : 'text'];
      if (shared.has(word) || points === 0 || !(words.told.has(word) || words.text.has(word))) continue;
      shared.add(word);
      score += points;
    }
  const sameItem = error.itemIds.some((id) => trouble.itemIds.includes(id));
  const sameCategory = error.categoryId !== null && error.categoryId === trouble.categoryId;
  const sameService = error.serviceId !== null && error.serviceId === trouble.serviceId;
  const about = shared.size === 0 ? 0 : (sameCategory ? WEIGHTS.category : 0) + (sameService ? WEIGHTS.service : 0);
  return {
    score: score + about + (sameItem ? WEIGHTS.item : 0),
    why: [
      ...(shared.size > 0
        ? [
            `shares ${[...shared]
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
