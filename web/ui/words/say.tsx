import { Fragment, type ReactNode } from 'react';
import { type Catalogue, type Params, piecesOf, written } from '#shared/message-words.ts';
import type { UI } from './en.ts';
import { wordsStore } from './words.ts';

type Props<C extends Catalogue, Key extends keyof C & string> = { it: Key } & (Params<C[Key], ReactNode> extends [
  infer P,
]
  ? P
  : unknown);

/** The same for a sentence with names, times or links in it, which keep their own marks: `<Say it="…" name={<bdi>…</bdi>} />`. */
export const sayIn =
  <C extends Catalogue>() =>
  <Key extends keyof C & string>({ it, ...params }: Props<C, Key>): ReactNode => {
    const { language, catalogue } = wordsStore.get();
    const values = params as Record<string, ReactNode>;
    return piecesOf(language, catalogue[it] ?? it, values).map((piece, at) => {
      const value = at % 2 === 0 ? piece : values[piece];
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence keep their places
      return <Fragment key={at}>{typeof value === 'number' ? written(language, value) : value}</Fragment>;
    });
  };

/** A sentence of the shared parts. */
export const SayUi = sayIn<typeof UI>();
