import type { Translated } from '#shared/message-words.ts';
import type en from '../en/enter.ts';

/** Signing in, in French. */
export default {
  'enter.title': 'Vos tickets',
  'enter.intro': 'Consultez ce que vous avez signalé, répondez et dites si c’est résolu.',
  'enter.needed': 'Il vous faut un lien pour vous connecter',
  'enter.askForOne':
    'Un lien est valable une seule fois et pendant quinze minutes. Demandez-en un nouveau à votre centre de services.',
  'enter.email': 'E-mail',
  'enter.sendLink': 'Envoyez-moi un lien',
  'enter.noPassword': 'Nous vous envoyons un e-mail avec un lien et un code.',
  'enter.emailWrong': 'Saisissez une adresse e-mail.',
  'enter.onItsWay':
    'Si l’adresse {email} est connue ici, un e-mail est en route. Ouvrez le lien qu’il contient ou saisissez son code ici.',
  'enter.code': 'Code',
  'enter.codeWrong': 'Le code est incorrect, déjà utilisé ou trop ancien.',
  'enter.otherAddress': 'Utiliser une autre adresse',
  'enter.notDone': 'Cela n’a pas fonctionné. Réessayez plus tard.',
  'enter.whichCompany': 'Pour quelle entreprise ?',
  'enter.continueWith': 'Continuer avec {name}',
  'enter.refused.failed':
    'La connexion de votre entreprise ne fonctionne pas pour le moment. Contactez votre centre de services.',
  'enter.refused.unknown':
    'Personne n’est connu ici sous votre compte d’entreprise. Signalez-le à votre centre de services.',
  'enter.next': 'Continuer',
  'enter.back': 'Retour',
  'enter.password': 'Mot de passe',
  'enter.passwordMissing': 'Saisissez votre mot de passe.',
  'enter.passwordWrong': 'L’adresse e-mail ou le mot de passe est incorrect.',
  'enter.tooMany': 'Trop de tentatives. Attendez 15 minutes ou connectez-vous autrement.',
  'enter.linkInstead': 'Envoyez-moi plutôt un lien',
  'enter.forgotten': 'Mot de passe oublié ou pas encore choisi ?',
  'enter.passwordOnItsWay':
    'Si l’adresse {email} est connue ici, un e-mail est en route. Ouvrez le lien qu’il contient pour choisir un mot de passe.',

  'factor.title': 'Encore une étape',
  'factor.intro': 'Saisissez le code que votre application affiche maintenant, ou l’un de vos codes de secours.',
  'factor.wrong': 'Le code est incorrect ou a déjà été utilisé.',
  'factor.lost': 'Vous avez perdu votre téléphone et vos codes ? Votre centre de services peut vous aider.',
  'factor.appCode': 'Code de votre application',

  'password.choose': 'Choisir un mot de passe',
  'password.change': 'Changer de mot de passe',
  'password.set': 'Définir un mot de passe',
  'password.advice': 'Au moins {least} caractères ; quelques mots simples conviennent bien.',
  'password.tooShort': 'Utilisez au moins {least} caractères.',
  'password.current': 'Mot de passe actuel',
  'password.new': 'Nouveau mot de passe',
  'password.save': 'Enregistrer le mot de passe',
  'password.saved': 'Le mot de passe est enregistré. Partout ailleurs, vous êtes déconnecté.',
  'password.askAgain':
    'Un lien fonctionne une seule fois et pendant un temps limité. Demandez-en un nouveau sur la page de connexion ou à votre centre de services.',
} satisfies Translated<typeof en>;
