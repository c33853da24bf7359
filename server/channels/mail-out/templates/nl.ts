import type { Texts } from './texts.ts';

export const NL: Texts = {
  reply: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} schreef:\n\n{{message}}\n\nU kunt gewoon op deze e-mail antwoorden.',
  },
  replyResolved: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} schreef:\n\n{{message}}\n\nWij beschouwen dit als opgelost. Is dat niet zo, antwoord dan gewoon op deze e-mail; het ticket wordt dan weer geopend.',
  },
  resolved: {
    subject: '[{{ticket.key}}] Opgelost: {{ticket.title}}',
    text: 'Goedendag {{recipient.name}},\n\nwij beschouwen dit als opgelost.\n\n{{message}}\n\nIs dat niet zo, antwoord dan gewoon op deze e-mail; het ticket wordt dan weer geopend. Via de link hieronder kunt u de oplossing bevestigen.',
  },
  notice: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{message}}\n\nU kunt gewoon op deze e-mail antwoorden.',
  },
  received: {
    subject: '[{{ticket.key}}] Wij hebben uw bericht ontvangen',
    text: 'Dank u, wij hebben uw bericht ontvangen. Het heeft nummer {{ticket.key}}. U hoort hier van ons.\n\nU kunt gewoon op deze e-mail antwoorden.',
  },
  added: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: 'Goedendag {{recipient.name}},\n\n{{author.name}} heeft u toegevoegd aan het ticket ‘{{ticket.title}}’. Voortaan krijgt u bericht van wat erover wordt gezegd.\n\nVan: {{requester.name | uw bedrijf}}\n\n{{message}}\n\nU kunt gewoon op deze e-mail antwoorden.',
  },
  approval: {
    subject: '[{{ticket.key}}] {{approval.title}}: graag goedkeuren of afwijzen',
    text: 'Goedendag {{recipient.name}},\n\nuw goedkeuring wordt gevraagd.\n\n{{message}}\n\nU wordt gevraagd als: {{approval.step}} ({{approval.why}}). De link hieronder werkt één keer, zonder wachtwoord, tot {{approval.until}}. Hem openen beslist niets.',
  },
  approvalReminder: {
    subject: '[{{ticket.key}}] Herinnering: {{approval.title}}: graag goedkeuren of afwijzen',
    text: 'Goedendag {{recipient.name}},\n\nuw goedkeuring wordt nog verwacht.\n\n{{message}}\n\nU wordt gevraagd als: {{approval.step}} ({{approval.why}}). De link hieronder werkt één keer, zonder wachtwoord, tot {{approval.until}}. Hem openen beslist niets.',
  },
  approvalEnded: {
    subject: '[{{ticket.key}}] {{approval.title}}: uw goedkeuring is niet meer nodig',
    text: 'Goedendag {{recipient.name}},\n\nuw goedkeuring van ‘{{approval.title}}’ is niet meer nodig.\n\n{{message}}\n\nU hoeft niets meer te beslissen; de link die u kreeg, werkt niet meer.',
  },
  rating: {
    subject: '[{{ticket.key}}] Hoe tevreden bent u?',
    text: 'Goedendag {{recipient.name}},\n\nUw ticket ‘{{ticket.title}}’ is gesloten. Hoe tevreden bent u met wat er is gedaan? Kies hieronder; u kunt het wijzigen en er meer over zeggen.',
  },
  requestApproved: {
    subject: '[{{ticket.key}}] {{ticket.title}}: goedgekeurd',
    text: 'Goedendag {{recipient.name}},\n\nuw aanvraag is goedgekeurd. Wij gaan ermee aan de slag.',
  },
  requestRejected: {
    subject: '[{{ticket.key}}] {{ticket.title}}: niet goedgekeurd',
    text: 'Goedendag {{recipient.name}},\n\nuw aanvraag is niet goedgekeurd.\n\n{{message}}',
  },
  requestExpired: {
    subject: '[{{ticket.key}}] {{ticket.title}}: niet goedgekeurd',
    text: 'Goedendag {{recipient.name}},\n\nniemand heeft op tijd over uw aanvraag beslist; zij is daarom niet goedgekeurd.',
  },
  requestChanged: {
    subject: '[{{ticket.key}}] {{ticket.title}}: gewijzigd',
    text: 'Goedendag {{recipient.name}},\n\n{{author.name}} heeft de aanvraag ‘{{ticket.title}}’ gewijzigd:\n\n{{message}}\n\nKlopt er iets niet, antwoord dan gewoon op deze e-mail.',
  },
  requestWithdrawn: {
    subject: '[{{ticket.key}}] {{ticket.title}}: ingetrokken',
    text: 'Goedendag {{recipient.name}},\n\n{{author.name}} heeft de aanvraag ‘{{ticket.title}}’ ingetrokken. Er gebeurt verder niets mee.\n\n{{message}}',
  },
  announcement: {
    subject: '{{announcement.title}}',
    text: 'Geachte {{recipient.name}},\n\n{{message}}\n\nBetreft: {{announcement.services | uw bedrijf}}\nVan: {{announcement.from}}\nTot: {{announcement.until | nog niet bekend}}',
  },
  announcementUpdate: {
    subject: '{{announcement.title}}',
    text: 'Geachte {{recipient.name}},\n\ner is nieuws over “{{announcement.title}}”.\n\n{{message}}',
  },
  announcementEnded: {
    subject: 'Voorbij: {{announcement.title}}',
    text: 'Geachte {{recipient.name}},\n\n“{{announcement.title}}” is voorbij.\n\n{{message}}\n\nWerkt iets nog niet, antwoord dan gewoon op deze e-mail.',
  },
  quote: {
    subject: '{{provider.name | Uw servicedesk}}: {{quote.number}}, {{quote.title}}',
    text: 'Beste {{recipient.name}},\n\nin de bijlage vindt u {{quote.number}} voor {{client.name}}: {{quote.title}}, {{quote.total}}.\n\nTot en met {{quote.until}} kunt u in het portaal opties kiezen en de offerte accepteren of afwijzen.\n\nHebt u er een vraag over, beantwoord dan gewoon deze e-mail.',
  },
  contract: {
    subject: '{{provider.name | Uw servicedesk}}: {{contract.name}}, om te ondertekenen',
    text: 'Beste {{recipient.name}},\n\nin de bijlage vindt u het contract “{{contract.name}}” voor {{client.name}}: {{contract.monthly}} per maand, exclusief btw, vanaf {{contract.begins}}.\n\nLees het en onderteken het in het portaal.\n\nHebt u er een vraag over, beantwoord dan gewoon deze e-mail.',
  },
  invoice: {
    subject: '{{provider.name | Uw servicedesk}}: {{invoice.number}}',
    text: 'Geachte lezer,\n\nin de bijlage vindt u {{invoice.number}} ({{invoice.name}}) voor {{client.name}}: {{invoice.total}}.\n\nHebt u er een vraag over, antwoord dan gewoon op deze e-mail.',
  },
  invoiceReminder: {
    subject: 'Herinnering: {{invoice.number}} verviel op {{invoice.due}}',
    text: 'Geachte lezer,\n\n{{invoice.number}} ({{invoice.name}}) voor {{client.name}} verviel op {{invoice.due}}. Er staat nog {{invoice.open}} open; de factuur is bijgevoegd.\n\nHebt u intussen betaald, dan kunt u dit als afgedaan beschouwen. Hebt u er een vraag over, antwoord dan gewoon op deze e-mail.',
  },
};
