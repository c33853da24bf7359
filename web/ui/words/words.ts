import type { Spoken } from '#shared/languages.ts';
import { type Catalogue, fillMessage, type Params } from '#shared/message-words.ts';
import { createStore, useStore } from '../store.ts';
import type { UI } from './en.ts';
import { FIRST } from './first.ts';

/** The language of this page and its catalogue: English for staff; people of clients have their own. */
export const wordsStore = createStore<{ language: Spoken; catalogue: Catalogue }>({ language: 'en', catalogue: FIRST });

/** The language that is spoken; the component is drawn again when it changes. */
export const useLanguage = (): Spoken => useStore(wordsStore).language;

/** Says the messages of a catalogue, which the English one names, in the language of this page. */
export const sayFrom =
  <C extends Catalogue>() =>
  <Key extends keyof C & string>(key: Key, ...params: Params<C[Key], string | number>): string => {
    const { language, catalogue } = wordsStore.get();
    return fillMessage(language, catalogue[key] ?? key, params[0] as Record<string, string | number> | undefined);
  };

/** A message of the shared parts. */
export const ui = sayFrom<typeof UI>();
