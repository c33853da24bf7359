import { FIRST } from '#web/ui/words/first.ts';

/** What every page may say, and what many say alike, in English: by it the others are measured. */
export default {
  ...FIRST,

  'frame.desk': 'Service desk',
  'frame.nav': 'Portal',
  'frame.tickets': 'Tickets',
  'frame.knowledge': 'Find help',
  'frame.catalogue': 'Ask for something',
  'frame.approvals': 'Approvals',
  'frame.signIn': 'Sign in',
  'frame.signOut': 'Sign out',
  'frame.language': 'Language',
  'frame.notChanged': 'The language was not changed',
  'frame.status': 'Status',
  'frame.account': '{name}: how you sign in',
  'frame.allTickets': 'All your tickets',
  'frame.raise': 'Tell us what is wrong',
  'frame.company': 'Your company',
  'frame.invoices': 'Invoices',
  'frame.projects': 'Projects',
  'frame.quotes': 'Quotes and contracts',

  'common.cancel': 'Cancel',
  'common.showMore': 'Show more',
  'common.notSent': 'Not sent',
  'common.linkUsed': 'This link does not work any more',
  'common.send': 'Send',
  'common.choose': 'Choose somebody',
  'common.where': 'Where?',

  'nowhere.title': 'There is nothing here',
  'nowhere.help': 'The address may be mistyped, or what it named is gone.',
} as const;
