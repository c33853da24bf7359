import type { Spoken } from '#shared/languages.ts';

const EN = {
  invoice: 'Invoice',
  taxInvoice: 'Tax invoice',
  credit: 'Credit note',
  statement: 'Statement',
  date: 'Date',
  due: 'Due',
  credits: 'Credits',
  because: 'Because',
  reference: 'Your reference',
  taxNumber: 'Tax number',
  from: 'From',
  to: 'To',
  what: 'What',
  quantity: 'Quantity',
  price: 'Price',
  tax: 'Tax',
  amount: 'Amount',
  beforeTax: 'Before tax',
  total: 'Total',
  on: '{tax} on {amount}',
  howToPay: 'How to pay',
  pay: 'Please pay {amount} by {day}.',
  open: 'Open',
  overdue: 'Overdue',
  nothingOpen: 'Nothing is open.',
};
export type PaperWords = Readonly<Record<keyof typeof EN, string>>;

/** What invoices and statements say by themselves, as their readers at clients read it. What was billed stands as it was written. */
export const PAPER_WORDS: Readonly<Record<Spoken, PaperWords>> = {
  en: EN,
  de: {
    ...{ invoice: 'Rechnung', taxInvoice: 'Rechnung', credit: 'Gutschrift', statement: 'Kontoauszug' },
    ...{ date: 'Datum', due: 'Fällig', credits: 'Gutschrift zu', because: 'Grund', reference: 'Ihr Zeichen' },
    ...{ taxNumber: 'Steuernummer', from: 'Von', to: 'An', what: 'Leistung', quantity: 'Menge', price: 'Preis' },
    ...{ tax: 'Steuer', amount: 'Betrag', beforeTax: 'Netto', total: 'Gesamt', on: '{tax} auf {amount}' },
    ...{ howToPay: 'Zahlung', pay: 'Bitte zahlen Sie {amount} bis zum {day}.', open: 'Offen', overdue: 'Überfällig' },
    nothingOpen: 'Es ist nichts offen.',
  },
  fr: {
    ...{ invoice: 'Facture', taxInvoice: 'Facture', credit: 'Avoir', statement: 'Relevé de compte' },
    ...{ date: 'Date', due: 'Échéance', credits: 'Avoir sur', because: 'Motif', reference: 'Votre référence' },
    ...{ taxNumber: 'Numéro fiscal', from: 'De', to: 'À', what: 'Désignation', quantity: 'Quantité', price: 'Prix' },
    ...{ tax: 'Taxe', amount: 'Montant', beforeTax: 'Hors taxes', total: 'Total', on: '{tax} sur {amount}' },
    ...{
      howToPay: 'Règlement',
      pay: 'Merci de régler {amount} avant le {day}.',
      open: 'À payer',
      overdue: 'En retard',
    },
    nothingOpen: 'Rien n’est à payer.',
  },
  es: {
    ...{ invoice: 'Factura', taxInvoice: 'Factura', credit: 'Nota de crédito', statement: 'Estado de cuenta' },
    ...{ date: 'Fecha', due: 'Vencimiento', credits: 'Abono de', because: 'Motivo', reference: 'Su referencia' },
    ...{ taxNumber: 'Número fiscal', from: 'De', to: 'Para', what: 'Concepto', quantity: 'Cantidad', price: 'Precio' },
    ...{ tax: 'Impuesto', amount: 'Importe', beforeTax: 'Base imponible', total: 'Total', on: '{tax} sobre {amount}' },
    ...{ howToPay: 'Forma de pago', pay: 'Le rogamos que pague {amount} antes del {day}.', open: 'Pendiente' },
    ...{ overdue: 'Vencido', nothingOpen: 'No hay nada pendiente.' },
  },
  nl: {
    ...{ invoice: 'Factuur', taxInvoice: 'Factuur', credit: 'Creditnota', statement: 'Rekeningoverzicht' },
    ...{ date: 'Datum', due: 'Vervaldatum', credits: 'Creditering van', because: 'Reden', reference: 'Uw referentie' },
    ...{ taxNumber: 'Btw-nummer', from: 'Van', to: 'Aan', what: 'Omschrijving', quantity: 'Aantal', price: 'Prijs' },
    ...{ tax: 'Btw', amount: 'Bedrag', beforeTax: 'Exclusief btw', total: 'Totaal', on: '{tax} over {amount}' },
    ...{ howToPay: 'Betaling', pay: 'Wij verzoeken u {amount} te betalen vóór {day}.', open: 'Openstaand' },
    ...{ overdue: 'Te laat', nothingOpen: 'Er staat niets open.' },
  },
};
