import type { Translated } from '#shared/message-words.ts';
import type en from '../en/order.ts';

/** What can be asked for, and what it costs, in French. */
export default {
  'catalogue.title': 'Faire une demande',
  'catalogue.heading': 'De quoi avez-vous besoin ?',
  'catalogue.more': 'Autres',
  'catalogue.none': 'Rien n’est encore proposé',
  'catalogue.noneHelp':
    'Votre centre de services met ici ce que vous pouvez demander. En attendant, dites-lui ce dont vous avez besoin.',
  'catalogue.sameDay': 'le jour même',
  'catalogue.days': { one: 'sous {count} jour ouvré', other: 'sous {count} jours ouvrés' },
  'catalogue.needsApproval': 'soumis à approbation',
  'catalogue.all': 'Tout ce que vous pouvez demander',

  'order.forWhom': 'Pour qui est-ce ?',
  'order.why': 'Pourquoi en avez-vous besoin ?',
  'order.whyRead': 'La personne qui décide lira ceci.',
  'order.forYou': 'Pour vous',
  'order.send': 'Envoyer la demande',
  'order.again':
    'Rempli comme dans votre demande précédente. Ce à quoi vous ne pouvez plus répondre ainsi est resté vide.',

  'quote.label': 'Avant l’envoi',
  'quote.cost': 'Coût',
  'quote.notSaid': 'Non précisé',
  'quote.approval': 'Approbation',
  'quote.notNeeded': 'Pas nécessaire',
  'quote.deskDecides': 'votre centre de services détermine qui décide',
  'quote.expected': 'Prévu',
  'quote.deskTells': 'Votre centre de services vous le dira',

  'money.nothing': 'Sans frais',

  'request.label': 'Ce qui a été demandé',
  'request.for': 'Pour',
  'request.askAgain': 'Demander de nouveau',
  'request.withdrawn': 'Retirée par {who} {when}',
  'request.waitsFor': 'En attente de la décision de {names}',
} satisfies Translated<typeof en>;
