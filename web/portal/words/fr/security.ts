import type { Translated } from '#shared/message-words.ts';
import type en from '../en/security.ts';

/** How one signs in, and where one is signed in, in French. */
export default {
  'security.title': 'Connexion et sécurité',
  'security.needed':
    'Votre entreprise exige une seconde vérification à la connexion. Configurez les codes d’une application pour continuer.',
  'security.confirm': 'Confirmez que c’est bien vous',
  'security.confirmHelp': 'Avant de modifier votre façon de vous connecter.',
  'security.signInAgain': 'Pour modifier votre façon de vous connecter, déconnectez-vous puis reconnectez-vous.',
  'security.sendCode': 'Envoyez-moi un code',
  'security.mailCode': 'Code reçu par e-mail',
  'security.confirmDo': 'Confirmer',
  'security.notDone': 'Non modifié',

  'codes.title': 'Codes d’une application',
  'codes.off':
    'Après la première vérification, six chiffres d’une application de votre téléphone : sans elle, personne ne peut se connecter à votre place.',
  'codes.on': {
    one: 'Ils sont activés. Il reste {count} code de secours.',
    other: 'Ils sont activés. Il reste {count} codes de secours.',
  },
  'codes.notAsked': 'Ils sont activés, mais votre entreprise ne les demande pas.',
  'codes.setUp': 'Configurer les codes',
  'codes.scan': 'Scannez ceci avec votre application d’authentification.',
  'codes.qr': 'Code QR pour votre application',
  'codes.typeKey': 'Impossible de scanner ? Saisissez cette clé : {key}',
  'codes.first': 'Code que l’application affiche maintenant',
  'codes.turnOn': 'Activer',
  'codes.turnOff': 'Désactiver',
  'codes.renew': 'Nouveaux codes de secours',
  'codes.recovery': 'Vos codes de secours',
  'codes.keep':
    'Chacun fonctionne une fois à la place d’un code de votre application. Gardez-les là où vous les trouverez sans votre téléphone ; ils ne s’affichent que cette fois, et les anciens ne fonctionnent plus.',
  'codes.copy': 'Tout copier',
  'codes.copied': 'Copié',
  'codes.kept': 'Je les ai conservés',

  'sessions.title': 'Où vous êtes connecté',
  'sessions.device': '{browser} sur {system}',
  'sessions.unknown': 'Appareil inconnu',
  'sessions.here': 'celui-ci',
  'sessions.seen': '{address}, dernière activité : {when}',
  'sessions.end': 'Déconnecter',
  'sessions.endOf': 'Déconnecter {device}',
  'sessions.endOthers': 'Déconnecter partout ailleurs',
  'sessions.notEnded': 'Non déconnecté',
} satisfies Translated<typeof en>;
