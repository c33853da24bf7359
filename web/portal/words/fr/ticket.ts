import type { Translated } from '#shared/message-words.ts';
import type en from '../en/ticket.ts';

/** One ticket, in French. */
export default {
  'ticket.earlier': 'Afficher les messages précédents ({count} de plus)',
  'ticket.latest': 'Revenir aux derniers messages ({count} de plus)',
  'ticket.next.new': 'Nous allons l’examiner.',
  'ticket.next.open': 'Nous y travaillons et vous écrirons.',
  'ticket.next.you': 'Il nous faut votre réponse : écrivez-la ci-dessous.',
  'ticket.next.waiting': 'Nous attendons un tiers, puis nous reprendrons.',
  'ticket.joined':
    'Le centre de services le traite avec un autre signalement de votre entreprise. Les réponses qui vous sont destinées se trouvent ici et vous pouvez continuer à écrire ici.',
  'ticket.conversation': 'Conversation',
  'ticket.unknown': 'Inconnu',
  'ticket.you': 'vous',
  'ticket.desk': 'centre de services',
  'ticket.messageOf': 'Message de {name}',
  'ticket.nothingWritten': 'Rien d’autre n’a été écrit.',
  'ticket.raisedBy': 'signalé par {name}',
  'ticket.youRaisedBy': 'vous, signalé par {name}',

  'verdict.label': 'Solution',
  'verdict.ask': 'Est-ce résolu ?',
  'verdict.solved': 'Résolu',
  'verdict.closes': 'Sans réponse de votre part, clôture le {when}',
  'verdict.yes': 'Oui, c’est résolu',
  'verdict.notYet': 'Non, pas encore',
  'verdict.notAfterAll': 'Finalement, ce n’est pas résolu',
  'verdict.whatIsWrong': 'Qu’est-ce qui ne va pas encore ?',
  'verdict.openAgain': 'Rouvrir',

  'withdraw.begin': 'Retirer la demande',
  'withdraw.why': 'Pourquoi ? Vous pouvez laisser ce champ vide.',
  'withdraw.whatFollows': 'Plus personne n’en décide ni n’y travaille.',
  'withdraw.doIt': 'Retirer',
  'withdraw.tooLate': 'Si ce n’est plus nécessaire, écrivez-nous ci-dessous.',

  'reply.label': 'Votre réponse',
  'reply.offline':
    'Il n’y a pas de connexion. Laissez cette page ouverte : le message partira dès que la connexion sera rétablie.',

  'rating.ask': 'Êtes-vous satisfait de ce qui a été fait ?',
  'rating.thanks': 'Merci de nous l’avoir dit.',
  'rating.good': 'Satisfait',
  'rating.fair': 'Mitigé',
  'rating.bad': 'Insatisfait',
  'rating.meant': 'Vous avez choisi « {choice} » : touchez la page ou appuyez ici pour l’envoyer.',
  'rating.words': 'Que devrions-nous savoir ?',
  'rating.over': 'Le délai pour répondre est passé.',
} satisfies Translated<typeof en>;
