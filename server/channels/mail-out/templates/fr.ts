import type { Texts } from './texts.ts';

export const FR: Texts = {
  reply: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} a écrit :\n\n{{message}}\n\nVous pouvez simplement répondre à ce message.',
  },
  replyResolved: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} a écrit :\n\n{{message}}\n\nNous considérons le problème comme résolu. Si ce n’est pas le cas, répondez simplement à ce message et le ticket sera rouvert.',
  },
  resolved: {
    subject: '[{{ticket.key}}] Résolu : {{ticket.title}}',
    text: 'Bonjour {{recipient.name}},\n\nnous considérons le problème comme résolu.\n\n{{message}}\n\nSi ce n’est pas le cas, répondez simplement à ce message et le ticket sera rouvert. Le lien ci-dessous vous permet de confirmer la solution.',
  },
  notice: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{message}}\n\nVous pouvez simplement répondre à ce message.',
  },
  received: {
    subject: '[{{ticket.key}}] Nous avons reçu votre message',
    text: 'Merci, nous avons bien reçu votre message. Il porte le numéro {{ticket.key}}. Nous vous répondrons ici.\n\nVous pouvez simplement répondre à ce message.',
  },
  added: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: 'Bonjour {{recipient.name}},\n\n{{author.name}} vous associe au ticket « {{ticket.title}} ». Vous recevrez désormais ce qui s’y dit.\n\nDe : {{requester.name | votre entreprise}}\n\n{{message}}\n\nVous pouvez simplement répondre à ce message.',
  },
  approval: {
    subject: '[{{ticket.key}}] {{approval.title}} : merci d’approuver ou de refuser',
    text: 'Bonjour {{recipient.name}},\n\nvotre accord est demandé.\n\n{{message}}\n\nVous êtes sollicité en tant que : {{approval.step}} ({{approval.why}}). Le lien ci-dessous fonctionne une seule fois, sans mot de passe, jusqu’au {{approval.until}}. L’ouvrir ne décide de rien.',
  },
  approvalReminder: {
    subject: '[{{ticket.key}}] Rappel : {{approval.title}} : merci d’approuver ou de refuser',
    text: 'Bonjour {{recipient.name}},\n\nvotre accord est toujours attendu.\n\n{{message}}\n\nVous êtes sollicité en tant que : {{approval.step}} ({{approval.why}}). Le lien ci-dessous fonctionne une seule fois, sans mot de passe, jusqu’au {{approval.until}}. L’ouvrir ne décide de rien.',
  },
  approvalEnded: {
    subject: '[{{ticket.key}}] {{approval.title}} : votre accord n’est plus nécessaire',
    text: 'Bonjour {{recipient.name}},\n\nvotre accord pour « {{approval.title}} » n’est plus nécessaire.\n\n{{message}}\n\nVous n’avez plus rien à décider ; le lien que vous avez reçu ne fonctionne plus.',
  },
  rating: {
    subject: '[{{ticket.key}}] Êtes-vous satisfait ?',
    text: 'Bonjour {{recipient.name}},\n\nvotre ticket « {{ticket.title}} » est clos. Êtes-vous satisfait de ce qui a été fait ? Choisissez ci-dessous ; vous pourrez changer d’avis et en dire plus.',
  },
  requestApproved: {
    subject: '[{{ticket.key}}] {{ticket.title}} : approuvé',
    text: 'Bonjour {{recipient.name}},\n\nvotre demande a été approuvée. Nous nous en occupons.',
  },
  requestRejected: {
    subject: '[{{ticket.key}}] {{ticket.title}} : refusé',
    text: 'Bonjour {{recipient.name}},\n\nvotre demande n’a pas été approuvée.\n\n{{message}}',
  },
  requestExpired: {
    subject: '[{{ticket.key}}] {{ticket.title}} : refusé',
    text: 'Bonjour {{recipient.name}},\n\npersonne ne s’est prononcé à temps sur votre demande ; elle n’a donc pas été approuvée.',
  },
  requestChanged: {
    subject: '[{{ticket.key}}] {{ticket.title}} : modifiée',
    text: 'Bonjour {{recipient.name}},\n\n{{author.name}} a modifié la demande « {{ticket.title}} » :\n\n{{message}}\n\nSi quelque chose ne va pas, répondez simplement à ce message.',
  },
  requestWithdrawn: {
    subject: '[{{ticket.key}}] {{ticket.title}} : retirée',
    text: 'Bonjour {{recipient.name}},\n\n{{author.name}} a retiré la demande « {{ticket.title}} ». Elle reste sans suite.\n\n{{message}}',
  },
  announcement: {
    subject: '{{announcement.title}}',
    text: 'Bonjour {{recipient.name}},\n\n{{message}}\n\nConcerne : {{announcement.services | votre entreprise}}\nDu : {{announcement.from}}\nAu : {{announcement.until | pas encore connu}}',
  },
  announcementUpdate: {
    subject: '{{announcement.title}}',
    text: 'Bonjour {{recipient.name}},\n\nvoici du nouveau au sujet de « {{announcement.title}} ».\n\n{{message}}',
  },
  announcementEnded: {
    subject: 'Terminé : {{announcement.title}}',
    text: 'Bonjour {{recipient.name}},\n\n« {{announcement.title}} » est terminé.\n\n{{message}}\n\nSi quelque chose ne fonctionne toujours pas, répondez simplement à ce message.',
  },
  quote: {
    subject: '{{provider.name | Votre centre de services}} : {{quote.number}}, {{quote.title}}',
    text: 'Bonjour {{recipient.name}},\n\nvous trouverez ci-joint {{quote.number}} pour {{client.name}} : {{quote.title}}, {{quote.total}}.\n\nJusqu’au {{quote.until}}, vous pouvez choisir les options, l’accepter ou le refuser sur le portail.\n\nSi vous avez une question à ce sujet, répondez simplement à ce message.',
  },
  contract: {
    subject: '{{provider.name | Votre centre de services}} : {{contract.name}}, à signer',
    text: 'Bonjour {{recipient.name}},\n\nvous trouverez ci-joint le contrat « {{contract.name}} » pour {{client.name}} : {{contract.monthly}} par mois, hors taxes, à partir du {{contract.begins}}.\n\nMerci de le lire et de le signer sur le portail.\n\nSi vous avez une question à ce sujet, répondez simplement à ce message.',
  },
  invoice: {
    subject: '{{provider.name | Votre centre de services}} : {{invoice.number}}',
    text: 'Bonjour,\n\nvous trouverez ci-joint {{invoice.number}} ({{invoice.name}}) pour {{client.name}} : {{invoice.total}}.\n\nPour toute question, répondez simplement à ce message.',
  },
  invoiceReminder: {
    subject: 'Rappel : {{invoice.number}} était à régler le {{invoice.due}}',
    text: 'Bonjour,\n\n{{invoice.number}} ({{invoice.name}}) pour {{client.name}} était à régler le {{invoice.due}}. Il reste à payer {{invoice.open}} ; la facture est jointe.\n\nSi vous avez payé entre-temps, veuillez ne pas tenir compte de ce message. Pour toute question, répondez simplement à ce message.',
  },
};
