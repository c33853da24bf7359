import { ORDER } from '#web/ui/words/order.ts';

/** What can be asked for, and what it costs, in English: by it the others are measured. */
export default {
  ...ORDER,

  'catalogue.title': 'Ask for something',
  'catalogue.heading': 'What do you need?',
  'catalogue.more': 'More',
  'catalogue.none': 'Nothing is offered yet',
  'catalogue.noneHelp': 'Your service desk puts here what you can ask for. Until then, tell it what you need.',
  'catalogue.sameDay': 'on the same day',
  'catalogue.days': { one: 'in {count} business day', other: 'in {count} business days' },
  'catalogue.needsApproval': 'needs approval',
  'catalogue.all': 'Everything you can ask for',

  'order.forYou': 'For you',
  'order.send': 'Send the request',
  'order.again': 'Filled in as you asked before. What cannot be answered like that any more is empty.',

  'request.label': 'What was asked for',
  'request.for': 'For',
  'request.askAgain': 'Ask again',
  'request.withdrawn': 'Withdrawn by {who} {when}',
  'request.waitsFor': 'Waiting for the decision of {names}',
} as const;
