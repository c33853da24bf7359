import Type from 'typebox';
import { checkMailText } from '#kernel/mail-template.ts';
import { defineSetting } from '#platform/settings/index.ts';
import { LANGUAGES, type Spoken } from '#shared/languages.ts';
import { MAIL_KINDS, type MailKind, type MailText } from '#shared/mail-words.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { NL } from './nl.ts';
import type { Texts } from './texts.ts';

/** The words that come with the product. */
export const BUILT_IN: Readonly<Record<Spoken, Texts>> = { en: EN, de: DE, fr: FR, es: ES, nl: NL };

/** The words of one kind of mail; a language that is left out is inherited. */
type ByLanguage = { [language in Spoken]?: MailText };

const Text = Type.Object({ subject: Type.String({ maxLength: 200 }), text: Type.String({ maxLength: 5_000 }) });

const settingOf = (kind: MailKind) =>
  defineSetting({
    key: `mail.template.${kind}`,
    title: `Mail: ${MAIL_KINDS[kind].name}`,
    help: `${MAIL_KINDS[kind].when} A language that is left out here is inherited.`,
    levels: ['provider', 'group', 'client'],
    schema: Type.Unsafe<ByLanguage>(
      Type.Object(Object.fromEntries(LANGUAGES.map((language) => [language, Type.Optional(Text)]))),
    ),
    default: Object.fromEntries(LANGUAGES.map((language) => [language, BUILT_IN[language][kind]])) as ByLanguage,
    check: async (_ctx, value) =>
      Object.entries(value).flatMap(([language, words]) =>
        checkMailText(kind, words).map(({ path, message }) => ({ path: `${language}.${path}`, message })),
      ),
  });

/** The words of each kind of mail, which inherit by language. */
export const TEMPLATES = Object.fromEntries(
  (Object.keys(MAIL_KINDS) as MailKind[]).map((kind) => [kind, settingOf(kind)]),
) as Readonly<Record<MailKind, ReturnType<typeof settingOf>>>;
