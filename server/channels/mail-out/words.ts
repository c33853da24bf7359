import { LANGUAGES, type Spoken } from '#shared/languages.ts';
import { SCORES, type Score } from '#shared/satisfaction-words.ts';

/** What stands around the words of every mail to a client's people. */
export type MailWords = {
  /** Stands above what was written, so that what is quoted below it in an answer can be cut off. */
  readonly separator: string;
  readonly open: string;
  /** What leads to a decision that is asked for. */
  readonly decide: string;
  /** What leads to all that somebody is asked to decide. */
  readonly approvals: string;
  /** What leads to the question how it went, with each answer. */
  readonly rate: Readonly<Record<Score, string>>;
  readonly files: string;
  /** What leads to what is announced. */
  readonly announced: string;
  /** What leads to getting no more mail about announcements. */
  readonly stop: string;
};

const WORDS: Readonly<Record<Spoken, MailWords>> = {
  en: {
    separator: '-- Please write your answer above this line --',
    open: 'Open the ticket',
    decide: 'Look at it and decide',
    approvals: 'Your approvals',
    rate: { good: 'Content', fair: 'In between', bad: 'Not content' },
    announced: 'See what is announced',
    stop: 'No more mail about announcements',
    files: 'Files that are too large for this mail are with the ticket:',
  },
  de: {
    separator: '-- Bitte antworten Sie oberhalb dieser Zeile --',
    open: 'Ticket öffnen',
    decide: 'Ansehen und entscheiden',
    approvals: 'Ihre Genehmigungen',
    rate: { good: 'Zufrieden', fair: 'Teils, teils', bad: 'Unzufrieden' },
    announced: 'Ankündigung ansehen',
    stop: 'Keine E-Mails mehr zu Ankündigungen',
    files: 'Dateien, die für diese E-Mail zu groß sind, liegen beim Ticket:',
  },
  fr: {
    separator: '-- Merci de répondre au-dessus de cette ligne --',
    open: 'Ouvrir le ticket',
    decide: 'Consulter et décider',
    approvals: 'Vos approbations',
    rate: { good: 'Satisfait', fair: 'Mitigé', bad: 'Insatisfait' },
    announced: 'Voir l’annonce',
    stop: 'Ne plus recevoir d’e-mails sur les annonces',
    files: 'Les fichiers trop volumineux pour ce message se trouvent avec le ticket :',
  },
  es: {
    separator: '-- Por favor, responda encima de esta línea --',
    open: 'Abrir el ticket',
    decide: 'Verlo y decidir',
    approvals: 'Sus aprobaciones',
    rate: { good: 'Satisfecho', fair: 'Regular', bad: 'Insatisfecho' },
    announced: 'Ver el anuncio',
    stop: 'No recibir más correos sobre anuncios',
    files: 'Los archivos demasiado grandes para este correo están en el ticket:',
  },
  nl: {
    separator: '-- Antwoord alstublieft boven deze regel --',
    open: 'Ticket openen',
    decide: 'Bekijken en beslissen',
    approvals: 'Uw goedkeuringen',
    rate: { good: 'Tevreden', fair: 'Neutraal', bad: 'Ontevreden' },
    announced: 'De aankondiging bekijken',
    stop: 'Geen e-mail meer over aankondigingen',
    files: 'Bestanden die te groot zijn voor deze e-mail staan bij het ticket:',
  },
};

export const mailWords = (language: Spoken): MailWords => WORDS[language];

/** A link of a mail, and how it is called. */
export type MailLink = { readonly label: string; readonly url: string };

/**
 * The links of a kind of mail, or of its template: one to what it is about, or one for each answer to what it asks. Which answer is meant
 * stands in the fragment, which is sent to no server by itself.
 */
export function linksOf(language: Spoken, kind: string, url: string): MailLink[] {
  const { open, decide, approvals, rate, announced } = WORDS[language];
  if (kind === 'rating')
    return SCORES.map((score) => ({ label: rate[score], url: `${url}${url.includes('#') ? '&' : '#'}score=${score}` }));
  if (kind === 'approvalEnded') return [{ label: approvals, url }];
  const label = kind.startsWith('approval') ? decide : kind.startsWith('announcement') ? announced : open;
  return [{ label, url }];
}

/** The lines of all languages above which an answer stands. */
export const SEPARATORS: readonly string[] = LANGUAGES.map((language) => WORDS[language].separator);
