import { textToHtml } from '#shared/html.ts';
import type { Spoken } from '#shared/languages.ts';

/** A ticket as its requester hears of it. */
type Called = { readonly key: string; readonly title: string };
type Words = {
  /** Two matters of one requester: what stays, and what was split off. */
  readonly two: (stays: Called, made: Called) => string;
  /** Something of somebody else than who asked for the ticket it was split from. */
  readonly theirs: (made: Called) => string;
};

const WORDS: Readonly<Record<Spoken, Words>> = {
  en: {
    two: (stays, made) =>
      `You wrote to us about two matters, so we look after them apart: “${stays.title}” stays ${stays.key}, and “${made.title}” is ${made.key} from now on.`,
    theirs: (made) => `What you wrote is looked after apart: “${made.title}” is ${made.key} from now on.`,
  },
  de: {
    two: (stays, made) =>
      `Sie haben uns in zwei Angelegenheiten geschrieben, deshalb kümmern wir uns getrennt darum: „${stays.title}“ bleibt ${stays.key}, und „${made.title}“ ist von nun an ${made.key}.`,
    theirs: (made) => `Um Ihr Anliegen kümmern wir uns getrennt: „${made.title}“ ist von nun an ${made.key}.`,
  },
  fr: {
    two: (stays, made) =>
      `Vous nous avez écrit à deux sujets, que nous traitons donc séparément : « ${stays.title} » reste ${stays.key}, et « ${made.title} » porte désormais le numéro ${made.key}.`,
    theirs: (made) =>
      `Nous traitons séparément ce que vous avez écrit : « ${made.title} » porte désormais le numéro ${made.key}.`,
  },
  es: {
    two: (stays, made) =>
      `Nos ha escrito sobre dos asuntos, así que los atendemos por separado: «${stays.title}» sigue siendo ${stays.key}, y «${made.title}» es ${made.key} a partir de ahora.`,
    theirs: (made) => `Atendemos por separado lo que ha escrito: «${made.title}» es ${made.key} a partir de ahora.`,
  },
  nl: {
    two: (stays, made) =>
      `U schreef ons over twee zaken, dus behandelen wij ze apart: ‘${stays.title}’ blijft ${stays.key} en ‘${made.title}’ is voortaan ${made.key}.`,
    theirs: (made) => `Wat u schreef behandelen wij apart: ‘${made.title}’ is voortaan ${made.key}.`,
  },
};

/** What a requester is told of a split, in their language, as HTML. */
export const splitInTwo = (language: Spoken, stays: Called, made: Called): string =>
  `<p>${textToHtml(WORDS[language].two(stays, made))}</p>`;

/** The same for somebody whose matter stood in another's ticket. */
export const splitForThem = (language: Spoken, made: Called): string =>
  `<p>${textToHtml(WORDS[language].theirs(made))}</p>`;
