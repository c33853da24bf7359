import { LANGUAGES, type Spoken } from '#shared/languages.ts';

/** What stands around the words of every mail to a client's people. */
export type MailWords = {
  /** Stands above what was written, so that what is quoted below it in an answer can be cut off. */
  readonly separator: string;
  readonly open: string;
  /** What leads to a decision that is asked for. */
  readonly decide: string;
  /** What leads to the question how it went. */
  readonly rate: string;
  readonly files: string;
};

const WORDS: Readonly<Record<Spoken, MailWords>> = {
  en: {
    separator: '-- Please write your answer above this line --',
    open: 'Open the ticket',
    decide: 'Look at it and decide',
    rate: 'Say how it went',
    files: 'Files that are too large for this mail are with the ticket:',
  },
  de: {
    separator: '-- Bitte antworten Sie oberhalb dieser Zeile --',
    open: 'Ticket öffnen',
    decide: 'Ansehen und entscheiden',
    rate: 'Sagen, wie es war',
    files: 'Dateien, die für diese E-Mail zu groß sind, liegen beim Ticket:',
  },
  fr: {
    separator: '-- Merci de répondre au-dessus de cette ligne --',
    open: 'Ouvrir le ticket',
    decide: 'Consulter et décider',
    rate: 'Donner votre avis',
    files: 'Les fichiers trop volumineux pour ce message se trouvent avec le ticket :',
  },
  es: {
    separator: '-- Por favor, responda encima de esta línea --',
    open: 'Abrir el ticket',
    decide: 'Verlo y decidir',
    rate: 'Dar su opinión',
    files: 'Los archivos demasiado grandes para este correo están en el ticket:',
  },
  nl: {
    separator: '-- Antwoord alstublieft boven deze regel --',
    open: 'Ticket openen',
    decide: 'Bekijken en beslissen',
    rate: 'Uw mening geven',
    files: 'Bestanden die te groot zijn voor deze e-mail staan bij het ticket:',
  },
};

export const mailWords = (language: Spoken): MailWords => WORDS[language];

/** What the link of a kind of mail leads to, where that is not the ticket's page. */
const LABELS: Readonly<Record<string, 'decide' | 'rate'>> = {
  approval: 'decide',
  approvalReminder: 'decide',
  rating: 'rate',
};

/** How the link of a kind of mail, or of its template, is called. */
export const linkLabel = (language: Spoken, kind: string): string => WORDS[language][LABELS[kind] ?? 'open'];

/** The lines of all languages above which an answer stands. */
export const SEPARATORS: readonly string[] = LANGUAGES.map((language) => WORDS[language].separator);
