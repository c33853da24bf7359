import type { Spoken } from '#shared/languages.ts';

const EN = {
  quote: 'Quote',
  revision: 'Version',
  draft: 'Draft',
  sent: 'Date',
  until: 'Valid until',
  for: 'For',
  once: 'Once',
  monthly: 'Each month',
  optional: 'optional',
  oneOf: 'one of: {group}',
  less: '{percent} % off',
  beforeTax: 'Before tax',
  tax: 'Tax',
  total: 'Total',
  terms: 'Terms',
  accepted: 'Accepted',
  signed: 'Signed by {name} on {day}',
  notTaken: 'not taken',
  choose: 'Totals are for what is chosen at first; other options can be chosen in the portal.',
};
export type QuotePaperWords = Readonly<Record<keyof typeof EN, string>>;

/** What a quote on paper says by itself. What was offered stands as it was written. */
export const QUOTE_PAPER_WORDS: Readonly<Record<Spoken, QuotePaperWords>> = {
  en: EN,
  de: {
    ...{ quote: 'Angebot', revision: 'Fassung', draft: 'Entwurf', sent: 'Datum', until: 'Gültig bis', for: 'Für' },
    ...{ once: 'Einmalig', monthly: 'Monatlich', optional: 'wahlweise', oneOf: 'eines von: {group}' },
    ...{ less: '{percent} % Nachlass', beforeTax: 'Netto', tax: 'Steuer', total: 'Gesamt', terms: 'Bedingungen' },
    ...{ accepted: 'Angenommen', signed: 'Unterschrieben von {name} am {day}', notTaken: 'nicht gewählt' },
    choose: 'Die Summen gelten für die Vorauswahl; im Portal können Sie anders wählen.',
  },
  fr: {
    ...{
      quote: 'Devis',
      revision: 'Version',
      draft: 'Brouillon',
      sent: 'Date',
      until: 'Valable jusqu’au',
      for: 'Pour',
    },
    ...{ once: 'Une fois', monthly: 'Par mois', optional: 'en option', oneOf: 'au choix : {group}' },
    ...{ less: 'remise {percent} %', beforeTax: 'Hors taxes', tax: 'Taxe', total: 'Total', terms: 'Conditions' },
    ...{ accepted: 'Accepté', signed: 'Signé par {name} le {day}', notTaken: 'non retenu' },
    choose: 'Les totaux valent pour la présélection ; d’autres options se choisissent sur le portail.',
  },
  es: {
    ...{
      quote: 'Presupuesto',
      revision: 'Versión',
      draft: 'Borrador',
      sent: 'Fecha',
      until: 'Válido hasta',
      for: 'Para',
    },
    ...{ once: 'Una vez', monthly: 'Al mes', optional: 'opcional', oneOf: 'a elegir: {group}' },
    ...{ less: '{percent} % de descuento', beforeTax: 'Base imponible', tax: 'Impuesto', total: 'Total' },
    ...{ terms: 'Condiciones', accepted: 'Aceptado', signed: 'Firmado por {name} el {day}', notTaken: 'no elegido' },
    choose: 'Los totales son de lo elegido al principio; en el portal se puede elegir otra cosa.',
  },
  nl: {
    ...{
      quote: 'Offerte',
      revision: 'Versie',
      draft: 'Concept',
      sent: 'Datum',
      until: 'Geldig tot en met',
      for: 'Voor',
    },
    ...{ once: 'Eenmalig', monthly: 'Per maand', optional: 'optioneel', oneOf: 'één van: {group}' },
    ...{ less: '{percent} % korting', beforeTax: 'Exclusief btw', tax: 'Btw', total: 'Totaal', terms: 'Voorwaarden' },
    ...{ accepted: 'Geaccepteerd', signed: 'Ondertekend door {name} op {day}', notTaken: 'niet gekozen' },
    choose: 'De totalen gelden voor wat eerst gekozen is; in het portaal kunt u anders kiezen.',
  },
};
