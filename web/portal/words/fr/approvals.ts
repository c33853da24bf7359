import type { Translated } from '#shared/message-words.ts';
import type en from '../en/approvals.ts';

/** Deciding, and who decides in one’s place, in French. */
export default {
  'approvals.label': 'Approbations',
  'approvals.pending': 'En attente d’une décision',
  'approvals.approved': 'Approuvé',
  'approvals.rejected': 'Refusé',
  'approvals.expired': 'Expiré',
  'approvals.voided': 'Annulé',
  'approvals.dropped': 'Plus nécessaire',
  'approvals.by': 'Règle appliquée : {why}.',
  'approvals.step.waiting': '{step} : à venir',
  'approvals.step.open': '{step} : avis demandé',
  'approvals.step.approved': '{step} : approuvé',
  'approvals.step.rejected': '{step} : refusé',
  'approvals.step.dropped': '{step} : pas nécessaire',
  'approvals.of': '{approvals} approbations sur {needed} nécessaires',
  'approvals.nobody': 'Il n’y a personne à qui demander.',
  'approvals.since': 'depuis le {when}',
  'approvals.stillNeeded': 'Encore {count} nécessaires, parmi : {names}',
  'approvals.standsInOnce':
    '{who} remplace cette personne, mais décide déjà à cette étape : chaque personne compte une seule fois',
  'approvals.stuck': 'Il reste trop peu de personnes pour approuver cette étape. Il faut demander à quelqu’un d’autre.',
  'approvals.unanswered': '{who} n’a pas encore répondu',
  'approvals.approve': '{who} a approuvé',
  'approvals.reject': '{who} a refusé',
  'approvals.inPlaceOf': '{who} à la place de {whom}',
  'approvals.standsIn': '{who} peut décider à sa place, jusqu’à {until}',
  'approvals.title': 'Approbations',
  'approvals.none': 'Aucune approbation en attente',
  'approvals.noneHelp': 'Quand quelqu’un demande une chose sur laquelle vous décidez, elle se trouve ici.',
  'approvals.waiting': 'En attente de votre décision',
  'approvals.youApproved': 'Vous avez approuvé {title}',
  'approvals.youRejected': 'Vous avez refusé {title}',

  'asked.by': 'Demandé par',
  'asked.reason': 'Motif',
  'asked.asStep': 'Votre avis est demandé en tant que : {step} ({why}).',
  'asked.inPlaceOf': 'Votre avis est demandé en tant que : {step}, à la place de {whom}.',
  'asked.always': 'Cela est demandé à chaque fois. Règle appliquée : {policy}.',
  'asked.policy': 'Règle appliquée : {policy}, {why}.',
  'asked.decided': 'Déjà décidé',
  'asked.expires': 'Expire : {when}',

  'vote.approve': 'Approuver',
  'vote.reject': 'Refuser',
  'vote.whyNot': 'Pour quelle raison ?',
  'vote.rejectIt': 'Confirmer le refus',

  'decide.as': 'Vous décidez en tant que {name}.',
  'decide.title': 'Une approbation',
  'decide.thanks': 'Merci',
  'decide.noted':
    'Votre décision est enregistrée et la personne qui a fait la demande la voit. Vous pouvez fermer cette page.',
  'decide.once': 'Un lien est valable une seule fois et jusqu’à son expiration. La décision est peut-être déjà prise.',

  'standIn.title': 'Pendant votre absence',
  'standIn.until': '{name} décide à votre place jusqu’au {when}.',
  'standIn.end': 'Y mettre fin',
  'standIn.notEnded': 'Le remplacement n’a pas pris fin',
  'standIn.help':
    'Laissez un ou une collègue approuver à votre place pendant un certain temps. Chaque décision le mentionne.',
  'standIn.another':
    'Pour une autre période, choisissez ici aussi quelqu’un. Tout remplacement déjà prévu pendant ces jours prend alors fin.',
  'standIn.colleague': 'Remplaçant ou remplaçante',
  'standIn.untilEndOf': 'Jusqu’à la fin du',
  'standIn.fromStartOf': 'Dès le début du',
  'standIn.fromUntil': '{name} décide à votre place du {from} au {when}.',
  'standIn.reason': 'Motif, si vous le souhaitez',
  'standIn.let': 'Déléguer les décisions',
} satisfies Translated<typeof en>;
