import type { Translated } from '#shared/message-words.ts';
import type en from '../en/status.ts';

/** Services, and what is announced, in French. */
export default {
  'status.services': 'Vos services',
  'status.noServices': 'Aucun service de votre entreprise n’est encore indiqué ici.',
  'status.operational': 'Fonctionne',
  'status.maintenance': 'Maintenance planifiée',
  'status.degraded': 'Perturbé',
  'status.outage': 'En panne',
  'status.since': 'Depuis {when}',
  'status.troubledDays': {
    one: 'Des problèmes sont survenus {count} jour sur les 90 derniers',
    other: 'Des problèmes sont survenus {count} jours sur les 90 derniers',
  },
  'status.noTrouble': 'Aucun problème ces 90 derniers jours',
  'status.knownErrors': 'Erreurs connues',
  'status.knownErrorsHelp': 'Nous les connaissons et y travaillons. En attendant leur correction, voici ce qui aide.',
  'status.nothingHelps': 'Rien n’aide encore.',
  'status.announcements': 'Annonces',
  'status.nothing': 'Rien n’est annoncé',
  'status.nothingHelp': 'Ce qui est planifié ou ne fonctionne pas est indiqué ici.',
  'status.over': 'Terminé',

  'announced.notice': 'Information',
  'announced.maintenance': 'Maintenance planifiée',
  'announced.outage': 'Panne',
  'announced.from': 'À partir du {from}',
  'announced.fromUntil': 'Du {from} au {until}',
  'announced.dismiss': 'Masquer',
  'announced.all': 'Toutes les annonces',
  'announced.readOn': 'Lire la suite',
  'announced.affectsMe': 'Cela me concerne aussi',
  'announced.following': 'Vous serez informé de la suite par e-mail.',
  'announced.unfollow': 'Ne plus m’informer',
  'announced.followingUnmailed': 'Vous ne recevez pas d’e-mails sur les annonces : la suite ne figure qu’ici.',
  'announced.notMe': 'Cela ne me concerne pas',
  'announced.known': 'Nous en sommes déjà informés',
  'announced.knownHelp':
    'S’il s’agit de cela, inutile de le signaler : indiquez que cela vous concerne aussi et vous serez informé de la suite par e-mail.',
  'announced.knownHelpUnmailed':
    'S’il s’agit de cela, inutile de le signaler : indiquez que cela vous concerne aussi. Vous ne recevez pas d’e-mails sur les annonces ; la suite figure sous « {status} ».',
  'announced.mailOn': 'Vous recevez par e-mail ce qui vous concerne et ce que votre centre de services vous adresse.',
  'announced.noMail': 'Ne plus m’en envoyer',
  'announced.mailOff': 'Vous ne recevez pas d’e-mails sur les annonces.',
  'announced.mailAgain': 'M’envoyer à nouveau des e-mails',

  'stopMail.title': 'E-mails sur les annonces',
  'stopMail.ask':
    'Souhaitez-vous ne plus recevoir d’e-mails sur les pannes, les maintenances et les informations ? Vous recevrez toujours ceux qui concernent vos tickets.',
  'stopMail.stop': 'Ne plus m’en envoyer',
  'stopMail.done':
    'Vous ne recevrez plus d’e-mails sur les annonces. Vous pouvez changer cela dans le portail, sous « État ».',
} satisfies Translated<typeof en>;
