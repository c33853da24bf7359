import { LANGUAGES, type Spoken } from '#shared/languages.ts';

/** What stands around the words of every mail to a client's people. */
export type MailWords = {
  /** Stands above what was written, so that what is quoted below it in an answer can be cut off. */
  readonly separator: string;
  readonly open: string;
  /** What leads to a decision that is asked for. */
  readonly decide: string;
  readonly files: string;
};

const WORDS: Readonly<Record<Spoken, MailWords>> = {
  en: {
    separator: '-- Please write your answer above this line --',
    open: 'Open the ticket',
    decide: 'Look at it and decide',
    files: 'Files that are too large for this mail are with the ticket:',
  },
  de: {
    separator: '-- Bitte antworten Sie oberhalb dieser Zeile --',
    open: 'Ticket öffnen',
    decide: 'Ansehen und entscheiden',
    files: 'Dateien, die für diese E-Mail zu groß sind, liegen beim Ticket:',
  },
  fr: {
    separator: '-- Merci de répondre au-dessus de cette ligne --',
    open: 'Ouvrir le ticket',
    decide: 'Consulter et décider',
    files: 'Les fichiers trop volumineux pour ce message se trouvent avec le ticket :',
  },
  es: {
    separator: '-- Por favor, responda encima de esta línea --',
    open: 'Abrir el ticket',
    decide: 'Verlo y decidir',
    files: 'Los archivos demasiado grandes para este correo están en el ticket:',
  },
  nl: {
    separator: '-- Antwoord alstublieft boven deze regel --',
    open: 'Ticket openen',
    decide: 'Bekijken en beslissen',
    files: 'Bestanden die te groot zijn voor deze e-mail staan bij het ticket:',
  },
};

export const mailWords = (language: Spoken): MailWords => WORDS[language];

/** The lines of all languages above which an answer stands. */
export const SEPARATORS: readonly string[] = LANGUAGES.map((language) => WORDS[language].separator);
