import type { Translated } from '#shared/message-words.ts';
import type en from '../en/access.ts';

/** Who got at what is the company's, in French. */
export default {
  'access.title': 'Journal des accès',
  'access.help':
    'Qui s’est connecté pour votre entreprise, ce qui a été refusé, et qui du centre de services a travaillé sur ce qui est à vous.',
  'access.none': 'Rien pendant cette période',
  'access.noneHelp': 'Personne ne s’est connecté, et personne du centre de services n’a rien modifié.',
  'access.more':
    'Seules les entrées les plus récentes sont affichées\u202f; choisissez une période plus courte pour tout voir.',
  'access.period': 'Période',
  'access.days': { one: 'Le dernier jour', other: 'Les {count} derniers jours' },
  'access.csv': 'Télécharger (CSV)',
  'access.worked': {
    one: '{staff}, du centre de services, a fait une modification',
    other: '{staff}, du centre de services, a fait {count} modifications',
  },
  'access.workedDay': 'ce jour-là, la dernière à {time}',
  'access.denied': '{who} a demandé quelque chose qui n’est pas à votre entreprise, et cela a été refusé',
  'access.deniedStaff':
    '{staff}, du centre de services, qui ne s’occupe pas de votre entreprise, a demandé quelque chose qui est à elle, et cela a été refusé',
  'access.signed_in': '{who} s’est connecté',
  'access.sign_in_refused': 'Un mot de passe erroné pour {who} a été refusé',
  'access.signed_out': 'Les sessions de {who} ont été fermées',
  'access.created': '{who} a été ajouté à votre entreprise',
  'access.invited': '{who} a été invité à choisir un mot de passe',
  'access.sign_in_link_made': '{staff}, du centre de services, a créé un lien de connexion pour {who}',
  'access.password_set': '{who} a choisi un mot de passe',
  'access.password_changed': '{who} a changé son mot de passe',
  'access.second_factor_on': '{who} a configuré des codes pour se connecter',
  'access.second_factor_off': '{who} a désactivé les codes pour se connecter',
  'access.second_factor_reset': 'Les codes de connexion de {who} ont été retirés',
  'access.recovery_codes_renewed': '{who} a créé de nouveaux codes de secours',
  'access.identity_linked': '{who} a été lié à son compte d’entreprise',
  'access.identity_unlinked': '{who} a été dissocié de son compte d’entreprise',
  'access.byPassword': 'par mot de passe',
  'access.byLink': 'par un lien',
  'access.byCode': 'par un code reçu par e-mail',
  'access.byProvider': 'avec {provider}',
  'access.somebody': 'Quelqu’un',
  'access.notSaved': 'Non enregistré',
} satisfies Translated<typeof en>;
