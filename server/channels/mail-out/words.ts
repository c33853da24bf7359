/** What mails to a client's people say around what was written, in the languages that the product speaks to them. */
export type MailWords = {
  /** Stands above what was written, so that what is quoted below it in an answer can be cut off. */
  readonly separator: string;
  readonly wrote: (name: string) => string;
  readonly open: string;
  readonly answer: string;
  readonly solved: string;
  readonly received: (key: string) => string;
  readonly receivedSubject: (key: string) => string;
  readonly files: string;
};

const EN: MailWords = {
  separator: '-- Please write your answer above this line --',
  wrote: (name) => `${name} wrote:`,
  open: 'Open the ticket',
  answer: 'You can simply answer this mail.',
  solved: 'We consider this solved. If it is not, simply answer this mail and the ticket opens again.',
  received: (key) => `Thank you, we have your message. It has the number ${key}. We will get back to you here.`,
  receivedSubject: (key) => `[${key}] We have your message`,
  files: 'Files that are too large for this mail are with the ticket:',
};

const WORDS: Readonly<Record<string, MailWords>> = {
  en: EN,
  de: {
    separator: '-- Bitte antworten Sie oberhalb dieser Zeile --',
    wrote: (name) => `${name} schrieb:`,
    open: 'Ticket öffnen',
    answer: 'Sie können einfach auf diese E-Mail antworten.',
    solved:
      'Wir betrachten die Sache als gelöst. Ist sie es nicht, antworten Sie einfach auf diese E-Mail; das Ticket wird dann wieder geöffnet.',
    received: (key) =>
      `Vielen Dank, Ihre Nachricht ist angekommen. Sie hat die Nummer ${key}. Wir melden uns hier bei Ihnen.`,
    receivedSubject: (key) => `[${key}] Ihre Nachricht ist angekommen`,
    files: 'Dateien, die für diese E-Mail zu groß sind, liegen beim Ticket:',
  },
  fr: {
    separator: '-- Merci de répondre au-dessus de cette ligne --',
    wrote: (name) => `${name} a écrit :`,
    open: 'Ouvrir le ticket',
    answer: 'Vous pouvez simplement répondre à ce message.',
    solved:
      'Nous considérons le problème comme résolu. Si ce n’est pas le cas, répondez simplement à ce message et le ticket sera rouvert.',
    received: (key) =>
      `Merci, nous avons bien reçu votre message. Il porte le numéro ${key}. Nous vous répondrons ici.`,
    receivedSubject: (key) => `[${key}] Nous avons reçu votre message`,
    files: 'Les fichiers trop volumineux pour ce message se trouvent avec le ticket :',
  },
  es: {
    separator: '-- Por favor, responda encima de esta línea --',
    wrote: (name) => `${name} escribió:`,
    open: 'Abrir el ticket',
    answer: 'Puede responder simplemente a este correo.',
    solved:
      'Consideramos que está resuelto. Si no es así, responda simplemente a este correo y el ticket se abrirá de nuevo.',
    received: (key) => `Gracias, hemos recibido su mensaje. Tiene el número ${key}. Le responderemos por aquí.`,
    receivedSubject: (key) => `[${key}] Hemos recibido su mensaje`,
    files: 'Los archivos demasiado grandes para este correo están en el ticket:',
  },
  nl: {
    separator: '-- Antwoord alstublieft boven deze regel --',
    wrote: (name) => `${name} schreef:`,
    open: 'Ticket openen',
    answer: 'U kunt gewoon op deze e-mail antwoorden.',
    solved:
      'Wij beschouwen dit als opgelost. Is dat niet zo, antwoord dan gewoon op deze e-mail; het ticket wordt dan weer geopend.',
    received: (key) => `Dank u, wij hebben uw bericht ontvangen. Het heeft nummer ${key}. U hoort hier van ons.`,
    receivedSubject: (key) => `[${key}] Wij hebben uw bericht ontvangen`,
    files: 'Bestanden die te groot zijn voor deze e-mail staan bij het ticket:',
  },
};

/** The words for a language tag such as `de-CH`; English where the language is not spoken. */
export const mailWords = (language: string): MailWords => WORDS[language.toLowerCase().split('-')[0] ?? ''] ?? EN;

/** The lines of all languages above which an answer stands. */
export const SEPARATORS: readonly string[] = Object.values(WORDS).map(({ separator }) => separator);
