import type { Translated } from '#shared/message-words.ts';
import type en from '../en/people.ts';

/** Who is told of a ticket, in French. */
export default {
  'people.colleagues': 'Collègues également informés',
  'people.others': 'Autres personnes, par adresse e-mail',
  'people.othersHelp': 'Votre centre de services décide pour les personnes qu’il ne connaît pas.',
  'people.remove': 'Ne pas informer {name}',
  'people.label': 'Qui est informé',
  'people.also': 'Également informés :',
  'people.takeOff': 'Retirer {name}',
  'people.notTakenOff': 'Non retiré',
  'people.proposed': 'Votre centre de services décide pour {who}.',
  'people.add': 'Ajouter des personnes',
  'people.addThem': 'Ajouter',
} satisfies Translated<typeof en>;
