import type { Texts } from './texts.ts';

export const EN: Texts = {
  reply: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} wrote:\n\n{{message}}\n\nYou can simply answer this mail.',
  },
  replyResolved: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} wrote:\n\n{{message}}\n\nWe consider this solved. If it is not, simply answer this mail and the ticket opens again.',
  },
  resolved: {
    subject: '[{{ticket.key}}] Solved: {{ticket.title}}',
    text: 'Hello {{recipient.firstName}},\n\nwe consider this solved.\n\n{{message}}\n\nIf it is not, simply answer this mail and the ticket opens again. The link below lets you say that it is.',
  },
  notice: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{message}}\n\nYou can simply answer this mail.',
  },
  received: {
    subject: '[{{ticket.key}}] We have your message',
    text: 'Thank you, we have your message. It has the number {{ticket.key}}. We will get back to you here.\n\nYou can simply answer this mail.',
  },
  added: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: 'Hello {{recipient.firstName}},\n\n{{author.name}} added you to the ticket “{{ticket.title}}”. From now on you are told what is said about it.\n\nFrom: {{requester.name | your company}}\n\n{{message}}\n\nYou can simply answer this mail.',
  },
  approval: {
    subject: '[{{ticket.key}}] {{approval.title}}: please approve or reject',
    text: 'Hello {{recipient.firstName}},\n\nyour approval is asked for.\n\n{{message}}\n\nYou are asked as {{approval.step}} ({{approval.why}}). The link below works once, without a password, until {{approval.until}}. Opening it decides nothing.',
  },
  approvalReminder: {
    subject: '[{{ticket.key}}] Reminder: {{approval.title}}: please approve or reject',
    text: 'Hello {{recipient.firstName}},\n\nyour approval is still awaited.\n\n{{message}}\n\nYou are asked as {{approval.step}} ({{approval.why}}). The link below works once, without a password, until {{approval.until}}. Opening it decides nothing.',
  },
  approvalEnded: {
    subject: '[{{ticket.key}}] {{approval.title}}: your approval is no longer needed',
    text: 'Hello {{recipient.firstName}},\n\nyour approval of “{{approval.title}}” is no longer needed.\n\n{{message}}\n\nThere is nothing left for you to decide; the link that was sent to you does not work any more.',
  },
  rating: {
    subject: '[{{ticket.key}}] How did we do?',
    text: 'Hello {{recipient.firstName}},\n\nyour ticket “{{ticket.title}}” is closed. How content are you with what was done? Choose below; you can change it and say more.',
  },
  requestApproved: {
    subject: '[{{ticket.key}}] {{ticket.title}}: approved',
    text: 'Hello {{recipient.firstName}},\n\nyour request was approved. We are working on it.',
  },
  requestRejected: {
    subject: '[{{ticket.key}}] {{ticket.title}}: not approved',
    text: 'Hello {{recipient.firstName}},\n\nyour request was not approved.\n\n{{message}}',
  },
  requestExpired: {
    subject: '[{{ticket.key}}] {{ticket.title}}: not approved',
    text: 'Hello {{recipient.firstName}},\n\nnobody decided about your request in time, so it was not approved.',
  },
  requestChanged: {
    subject: '[{{ticket.key}}] {{ticket.title}}: changed',
    text: 'Hello {{recipient.firstName}},\n\n{{author.name}} changed the request “{{ticket.title}}”:\n\n{{message}}\n\nIf something is wrong with it, simply answer this mail.',
  },
  requestWithdrawn: {
    subject: '[{{ticket.key}}] {{ticket.title}}: withdrawn',
    text: 'Hello {{recipient.firstName}},\n\n{{author.name}} withdrew the request “{{ticket.title}}”. Nothing more happens with it.\n\n{{message}}',
  },
  announcement: {
    subject: '{{announcement.title}}',
    text: 'Hello {{recipient.firstName}},\n\n{{message}}\n\nConcerns: {{announcement.services | your company}}\nFrom: {{announcement.from}}\nUntil: {{announcement.until | not known yet}}',
  },
  announcementUpdate: {
    subject: '{{announcement.title}}',
    text: 'Hello {{recipient.firstName}},\n\nthere is news about “{{announcement.title}}”.\n\n{{message}}',
  },
  announcementEnded: {
    subject: 'Over: {{announcement.title}}',
    text: 'Hello {{recipient.firstName}},\n\n“{{announcement.title}}” is over.\n\n{{message}}\n\nIf something still does not work, simply answer this mail.',
  },
  quote: {
    subject: '{{provider.name | Your service desk}}: {{quote.number}}, {{quote.title}}',
    text: 'Hello {{recipient.firstName}},\n\nplease find {{quote.number}} for {{client.name}} attached: {{quote.title}}, {{quote.total}}.\n\nUntil {{quote.until}} you can choose options, accept or decline it in the portal.\n\nIf you have a question about it, simply answer this mail.',
  },
  contract: {
    subject: '{{provider.name | Your service desk}}: {{contract.name}}, to be signed',
    text: 'Hello {{recipient.firstName}},\n\nplease find the contract “{{contract.name}}” for {{client.name}} attached: {{contract.monthly}} a month, before tax, from {{contract.begins}}.\n\nPlease read it and sign it in the portal.\n\nIf you have a question about it, simply answer this mail.',
  },
  invoice: {
    subject: '{{provider.name | Your service desk}}: {{invoice.number}}',
    text: 'Hello,\n\nplease find {{invoice.number}} ({{invoice.name}}) for {{client.name}} attached: {{invoice.total}}.\n\nIf you have a question about it, simply answer this mail.',
  },
  invoiceReminder: {
    subject: 'Reminder: {{invoice.number}} was due on {{invoice.due}}',
    text: 'Hello,\n\n{{invoice.number}} ({{invoice.name}}) for {{client.name}} was due on {{invoice.due}}. {{invoice.open}} is still to be paid; the invoice is attached.\n\nIf you have paid in the meantime, please take this as settled. If you have a question about it, simply answer this mail.',
  },
};
