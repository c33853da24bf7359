import type { Spoken } from '#shared/languages.ts';

const EN = {
  draft: 'Draft, not sent yet',
  date: 'Date',
  signer: 'To be signed by',
  signed: 'Signed',
  signedBy: '{name}, {day}',
  checksum: 'Checksum of what was signed',
};

/** What a contract on paper says besides its clauses. */
export const CONTRACT_PAPER_WORDS: Readonly<Record<Spoken, Readonly<Record<keyof typeof EN, string>>>> = {
  en: EN,
  de: {
    ...{ draft: 'Entwurf, noch nicht gesendet', date: 'Datum', signer: 'Zu unterschreiben von' },
    ...{ signed: 'Unterschrieben', signedBy: '{name}, {day}', checksum: 'Prüfsumme des Unterschriebenen' },
  },
  fr: {
    ...{ draft: 'Brouillon, pas encore envoyé', date: 'Date', signer: 'À signer par' },
    ...{ signed: 'Signé', signedBy: '{name}, {day}', checksum: 'Somme de contrôle de ce qui a été signé' },
  },
  es: {
    ...{ draft: 'Borrador, aún sin enviar', date: 'Fecha', signer: 'Debe firmarlo' },
    ...{ signed: 'Firmado', signedBy: '{name}, {day}', checksum: 'Suma de comprobación de lo firmado' },
  },
  nl: {
    ...{ draft: 'Concept, nog niet verstuurd', date: 'Datum', signer: 'Te ondertekenen door' },
    ...{ signed: 'Ondertekend', signedBy: '{name}, {day}', checksum: 'Controlegetal van wat is ondertekend' },
  },
};
