/**
 * A sentence with places for what differs: `{name}`. Where it depends on a number, one sentence for each form that the language
 * has, by the names of Intl.PluralRules; the number is `{count}`.
 */
export type Message = string | Forms;
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Catalogue = Readonly<Record<string, Message>>;

type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type PlacesOf<M> = M extends { other: infer Other } ? 'count' | Places<Other> : Places<M>;

/** What a message of the English catalogue needs to be said. */
export type Params<M, Value> = [PlacesOf<M>] extends [never]
  ? []
  : [
      params: {
        readonly [Name in PlacesOf<M>]: M extends { other: string } ? (Name extends 'count' ? number : Value) : Value;
      },
    ];

/** A catalogue in another language: every message of the English one, and no more. */
export type Translated<C extends Catalogue> = { readonly [Key in keyof C]: C[Key] extends string ? string : Forms };

const PLACE = /\{(\w+)\}/g;
const plurals = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

/** Making one costs much more than using it, so each is made once. */
function kept<T>(known: Map<string, T>, language: string, make: (language: string) => T): T {
  const there = known.get(language);
  if (there !== undefined) return there;
  const made = make(language);
  known.set(language, made);
  return made;
}

/** The names of the places of a message, in their order. */
export const placesOf = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name]) => name ?? '');

/** A message in pieces: the words between its places, and the names of these, by turns; words come first and last. */
export function piecesOf(language: string, message: Message, params: Readonly<Record<string, unknown>>): string[] {
  if (typeof message === 'string') return message.split(PLACE);
  const rules = kept(plurals, language, (one) => new Intl.PluralRules(one));
  return (message[rules.select(Number(params['count']))] ?? message.other).split(PLACE);
}

/** A message with everything filled in; numbers are written as the language writes them. */
export function fillMessage(
  language: string,
  message: Message,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return piecesOf(language, message, params)
    .map((piece, at) => (at % 2 === 0 ? piece : written(language, params[piece] ?? '')))
    .join('');
}

/** A value as the language writes it. */
export const written = (language: string, value: string | number): string =>
  typeof value === 'number' ? kept(numbers, language, (one) => new Intl.NumberFormat(one)).format(value) : value;
