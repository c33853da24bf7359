import type { Translated } from '#shared/message-words.ts';
import type en from '../en/people.ts';

/** Who is told of a ticket, in German. */
export default {
  'people.colleagues': 'Kolleginnen und Kollegen, die auch davon erfahren',
  'people.others': 'Andere, mit ihrer E-Mail-Adresse',
  'people.othersHelp': 'Über Unbekannte entscheidet Ihr Service Desk.',
  'people.remove': '{name} nicht informieren',
  'people.label': 'Wer davon erfährt',
  'people.also': 'Auch informiert:',
  'people.takeOff': '{name} entfernen',
  'people.notTakenOff': 'Nicht entfernt',
  'people.proposed': 'Ihr Service Desk entscheidet über {who}.',
  'people.add': 'Personen hinzufügen',
  'people.addThem': 'Hinzufügen',
} satisfies Translated<typeof en>;
