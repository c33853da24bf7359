import type { Translated } from '#shared/message-words.ts';
import type en from '../en/people.ts';

/** Who is told of a ticket, in Dutch. */
export default {
  'people.colleagues': 'Collega’s die ook op de hoogte worden gehouden',
  'people.others': 'Anderen, met hun e-mailadres',
  'people.othersHelp': 'Uw servicedesk beslist over mensen die er niet bekend zijn.',
  'people.remove': '{name} niet op de hoogte houden',
  'people.label': 'Wie op de hoogte wordt gehouden',
  'people.also': 'Ook op de hoogte:',
  'people.takeOff': '{name} verwijderen',
  'people.notTakenOff': 'Niet verwijderd',
  'people.proposed': 'Uw servicedesk beslist over {who}.',
  'people.add': 'Personen toevoegen',
  'people.addThem': 'Toevoegen',
} satisfies Translated<typeof en>;
