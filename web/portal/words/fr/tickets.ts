import type { Translated } from '#shared/message-words.ts';
import type en from '../en/tickets.ts';

/** Tickets in a list: one’s own, and those of the company, in French. */
export default {
  'tickets.title': 'Vos tickets',
  'tickets.which': 'Quels tickets',
  'tickets.open': 'Ouverts',
  'tickets.done': 'Terminés',
  'tickets.noneOpen': 'Aucun ticket ouvert',
  'tickets.noneOpenHelp': 'Rien de ce que vous avez signalé n’est en attente.',
  'tickets.noneDone': 'Aucun ticket terminé',
  'tickets.noneDoneHelp': 'Vous trouverez ici ce qui a été résolu.',
  'tickets.doings': 'Ce que vous pouvez faire ici',
  'tickets.raiseHelp': 'Quelque chose est en panne ou se comporte étrangement',
  'tickets.catalogueHelp': 'Un appareil, un logiciel, un accès ou un nouvel arrivant',
  'tickets.knowledgeHelp': 'Guides et réponses',
  'tickets.decide': 'En attente de votre décision : {count}',
  'tickets.waitsForYou': 'Votre réponse est attendue',
  'tickets.waitsForDecision': 'En attente d’une décision dans votre entreprise',

  'company.access': 'Qui a eu accès',
  'company.open': 'Ouverts',
  'company.new': 'Nouveaux',
  'company.inWork': 'Au centre de services',
  'company.waitsForYou': 'En attente de votre entreprise',
  'company.waitsForUs': 'En attente du centre de services',
  'company.firstResponse': 'Premières réponses à temps',
  'company.nextUpdate': 'Points d’étape à temps',
  'company.resolution': 'Solutions à temps',
  'company.content': 'Satisfaits',
  'company.of': '{count} sur {all}',
  'company.period': 'Les pourcentages portent sur les {days} derniers jours.',
  'company.tickets': 'Tickets',
  'company.everywhere': 'Partout',
  'company.save': 'Enregistrer sous forme de tableau (CSV)',
  'company.notSaved': 'Non enregistré',
  'company.none': 'Aucun résultat',
} satisfies Translated<typeof en>;
