import Type, { type Static } from 'typebox';
import { Id, Nullable, OneOf, PageQuery } from './http.ts';
import { LANGUAGES } from './languages.ts';

export const WORD_STATES = ['missing', 'changed', 'elsewhere', 'translated'] as const;
const language = OneOf(LANGUAGES);
const WordId = Type.String({ minLength: 1, maxLength: 400, description: 'Names a text by where it stands' });

/** A text that clients' people read, and how it reads in one language. */
export const WordRow = Type.Object({
  id: WordId,
  kind: Type.String(),
  title: Type.String({ description: 'What it belongs to' }),
  part: Type.String({ description: 'What it is there' }),
  place: Nullable(Type.String({ description: 'The group or client whose it is; null for everybody’s' })),
  clientId: Nullable(Id),
  href: Type.String({ description: 'Where in the workspace it is written' }),
  original: Type.String(),
  most: Type.Integer({ description: 'Characters that a translation may have' }),
  lines: Type.Boolean(),
  state: OneOf(WORD_STATES),
  words: Type.String({ description: 'What clients’ people read in that language; empty where that is the original' }),
  before: Nullable(
    Type.Object(
      { original: Type.String(), words: Type.String() },
      { description: 'The original as it was when it was translated, where it has changed since' },
    ),
  ),
  version: Type.Integer({ description: 'Of its own translation; 0 where it has none' }),
});
export type WordRow = Static<typeof WordRow>;

export const WordsQuery = Type.Object({
  language,
  state: Type.Optional(OneOf([...WORD_STATES, 'open'])),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  containing: Type.Optional(Type.String({ maxLength: 200 })),
  ...PageQuery,
});
export type WordsQuery = Static<typeof WordsQuery>;

export const WordsPage = Type.Object({
  items: Type.Array(WordRow),
  nextCursor: Nullable(Type.String()),
  kinds: Type.Array(Type.Object({ kind: Type.String(), name: Type.String() })),
  counts: Type.Object({
    all: Type.Integer(),
    missing: Type.Integer(),
    changed: Type.Integer(),
  }),
});
export type WordsPage = Static<typeof WordsPage>;

export const PutWords = Type.Object({
  id: WordId,
  language,
  original: Type.String({ maxLength: 10_000, description: 'As the writer saw it; another one stored is a conflict' }),
  words: Type.String({ maxLength: 10_000, description: 'Plain text; empty: none any more' }),
  version: Type.Integer({ minimum: 0 }),
});
export type PutWords = Static<typeof PutWords>;

export const ImportWords = Type.Object({
  language,
  csv: Type.String({
    maxLength: 1_000_000,
    description: 'As it was exported, with the columns id, original and words',
  }),
});
export type ImportWords = Static<typeof ImportWords>;
export const WordsImported = Type.Object({ changed: Type.Integer(), same: Type.Integer(), empty: Type.Integer() });
export type WordsImported = Static<typeof WordsImported>;
export const WordsFile = Type.Object({ csv: Type.String() });
