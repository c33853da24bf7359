/** What can be asked for, and what it costs: what the shared parts of a page say, in English. */
export const ORDER = {
  'order.forWhom': 'Who is it for?',
  'order.why': 'Why is it needed?',
  'order.whyRead': 'Whoever approves it reads this.',

  'quote.label': 'Before you send it',
  'quote.cost': 'Cost',
  'quote.notSaid': 'Not said',
  'quote.approval': 'Approval',
  'quote.notNeeded': 'Not needed',
  'quote.deskDecides': 'your service desk finds out who decides',
  'quote.expected': 'Expected',
  'quote.deskTells': 'Your service desk tells you',

  'money.nothing': 'No charge',
} as const;
