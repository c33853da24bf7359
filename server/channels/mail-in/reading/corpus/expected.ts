/** What is expected of a message of the corpus; what is not named is expected to be nothing. */
export type Expected = {
  /** Words of the new part, and words that must not be in it but in what was quoted. */
  fresh: readonly string[];
  quoted?: readonly string[];
  from?: string;
  subject?: string;
  /** The header that says that a program sent it. */
  automatic?: string;
  /** Name, media type and bytes of each file. */
  files?: readonly (readonly [name: string, type: string, size?: number])[];
  inline?: readonly string[];
  /** Words of each fault and note, in order. */
  faults?: readonly string[];
  notes?: readonly string[];
};

export const EXPECTED: Readonly<Record<string, Expected>> = {
  'plain-new': {
    fresh: [
      'Hello,',
      'only half pages since this morning',
      'https://printers.acme.example/p2',
      'toner says 40 %',
      'Jo',
    ],
    quoted: ['+49 30 5550 100'],
    from: 'Jo Lee <jo.lee@acme.example>',
  },
  'gmail-web-reply': { fresh: ['Thanks, it works again 👍'], quoted: ['wrote:', 'We replaced the fuser'] },
  'gmail-inline-answers': {
    fresh: ['Hi Sam,', '1. Which size?', 'The small one.', '2. Which colour?', 'Silver, please.'],
  },
  'gmail-screenshot': {
    fresh: ['See the picture:', '[error.png]'],
    subject: 'Fehler beim Öffnen der Datei',
    files: [
      ['error.png', 'image/png', 70],
      ['Angebot März.pdf', 'application/pdf', 125],
    ],
    inline: ['error.png'],
  },
  'outlook-desktop-reply-de': {
    fresh: ['Guten Morgen,', 'wieder', 'Mit freundlichen Grüßen', 'Erika Muster'],
    quoted: ['Gesendet:', 'Bitte testen Sie erneut.'],
    subject: 'AW: [NORD-7] VPN bricht ab',
  },
  'outlook-web-reply': {
    fresh: ['Her name is Anaïs Dupré, she starts at 9.'],
    quoted: ['Sent:', 'What is the name of the new colleague?'],
  },
  'outlook-ios-reply': { fresh: ['Monday is fine.', 'Outlook for iOS'], quoted: ['Sent:', 'Is Monday fine?'] },
  'apple-mail-reply': {
    fresh: ['The disk was unplugged. I plugged it in again.', 'Noor'],
    quoted: ['wrote:', 'Is the disk connected?'],
  },
  'thunderbird-bottom-post': {
    fresh: [
      'Welcher Benutzer soll',
      'Frau Klein, ab sofort.',
      'die Etiketten-Software',
      'Ja, bitte auf beiden Druckern.',
    ],
  },
  'thunderbird-top-post': {
    fresh: ['Danke, Frau Klein kann arbeiten.'],
    quoted: ['schrieb MSP Support', 'Der Zugang ist eingerichtet.', 'Werk GmbH'],
  },
  'exchange-out-of-office-de': { fresh: ['bis 30. März im Urlaub'], automatic: 'Auto-Submitted' },
  newsletter: { fresh: ["What's new", 'Faster sync.', 'Read more'], automatic: 'Precedence' },
};
