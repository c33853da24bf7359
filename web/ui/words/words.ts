import type { Spoken } from '#shared/languages.ts';
import { type Catalogue, fillMessage, type Params } from '#shared/message-words.ts';
import { createStore, useStore } from '../store.ts';
import type { UI } from './en.ts';
import { FIRST } from './first.ts';

/** The language of this page and its catalogue: English for staff; people of clients have their own. */
export const wordsStore = createStore<{
  language: Spoken;
  catalogue: Catalogue;
  /** Says what the server said in English; as it is where nobody translates. */
  heard(text: string): string;
}>({ language: 'en', catalogue: FIRST, heard: (text) => text });

/** The language that is spoken; the component is drawn again when it changes. */
export const useLanguage = (): Spoken => useStore(wordsStore).language;

/** What the server said in English, in the language of this page as far as it is known there. */
export const heard = (text: string): string => wordsStore.get().heard(text);
/** The same for what is drawn: again once the words are there. */
export const useHeard = (): ((text: string) => string) => useStore(wordsStore).heard;

/** Says the messages of a catalogue, which the English one names, in the language of this page. */
export const sayFrom =
  <C extends Catalogue>() =>
  <Key extends keyof C & string>(key: Key, ...params: Params<C[Key], string | number>): string => {
    const { language, catalogue } = wordsStore.get();
    return fillMessage(language, catalogue[key] ?? key, params[0] as Record<string, string | number> | undefined);
  };

/** A message of the shared parts. */
export const ui = sayFrom<typeof UI>();
