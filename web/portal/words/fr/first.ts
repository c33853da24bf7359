import type { Translated } from '#shared/message-words.ts';
import type en from '../en/first.ts';

/** What every page may say, and what many say alike, in French. */
export default {
  'ui.skip': 'Aller au contenu',
  'ui.tryAgain': 'Réessayer',
  'ui.loadUpdate': 'Charger la nouvelle version',
  'ui.request': 'Requête {id}',
  'ui.loading': 'Chargement',
  'ui.dismiss': 'Fermer',
  'ui.messages': 'Messages',
  'ui.exactly': '{date} à {time}',
  'ui.nothingFits': 'Aucun résultat',
  'ui.notInList': '« {text} » ne figure pas dans la liste',
  'ui.fitsSeveral': '« {text} » correspond à plusieurs choix',
  'ui.fromTo': 'La valeur doit être comprise entre {min} et {max}.',
  'ui.atLeast': 'La valeur doit être d’au moins {min}.',
  'ui.atMost': 'La valeur doit être d’au plus {max}.',

  'answer.yes': 'Oui',
  'answer.no': 'Non',
  'answer.chooseOne': 'Choisissez',
  'answer.colleague': 'Un ou une collègue',

  'frame.desk': 'Centre de services',
  'frame.nav': 'Portail',
  'frame.tickets': 'Tickets',
  'frame.knowledge': 'Trouver de l’aide',
  'frame.catalogue': 'Faire une demande',
  'frame.approvals': 'Approbations',
  'frame.signIn': 'Se connecter',
  'frame.signOut': 'Se déconnecter',
  'frame.language': 'Langue',
  'frame.notChanged': 'La langue n’a pas été changée',
  'frame.status': 'État',
  'frame.account': '{name} : connexion',
  'frame.allTickets': 'Tous vos tickets',
  'frame.raise': 'Signaler un problème',
  'frame.company': 'Votre entreprise',
  'frame.invoices': 'Factures',
  'frame.projects': 'Projets',

  'common.cancel': 'Annuler',
  'common.showMore': 'Afficher plus',
  'common.notSent': 'Non envoyé',
  'common.linkUsed': 'Ce lien n’est plus valable',
  'common.send': 'Envoyer',
  'common.choose': 'Choisissez une personne',
  'common.where': 'Où ?',

  'nowhere.title': 'Il n’y a rien ici',
  'nowhere.help': 'L’adresse contient peut-être une erreur, ou ce qu’elle désignait n’existe plus.',
} satisfies Translated<typeof en>;
