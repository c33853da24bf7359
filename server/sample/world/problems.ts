/** What lies behind incidents at Harbour IT. Days count back from the sample's end. */
export const SHARED_PROBLEM = {
  service: 'E-mail and calendar',
  title: 'Outlook asks for a password after the change of sign-in',
  toldTitle: 'Outlook asks for a password again and again',
  symptoms: 'Outlook asks for the password every few minutes, while mail on the web works.',
  workaround:
    '<p>Close Outlook, remove the saved password in the credential manager of Windows, and open Outlook again. Mail on the web works meanwhile.</p>',
  cause: 'Outlook keeps a token that the new way of signing in does not take any more.',
  days: 9,
} as const;

export const PROBLEM_TO_REVIEW = {
  service: 'Printing',
  title: 'Printers are gone after the weekend',
  symptoms: 'On Mondays some people find no printer.',
  workaround: '<p>Add the printer once more from the list of the office.</p>',
  cause: 'The print server gave printers new addresses when it restarted on Sunday.',
  fix: 'The addresses of the printers are fixed now; the restart was tried twice.',
  days: 44,
  resolvedDays: 29,
} as const;

export const PROBLEM_AT_WORK = {
  service: 'Managed desktop',
  title: 'Laptops freeze after they wake',
  symptoms: 'The screen stays black for minutes after the lid is opened; the fan runs.',
  whys: [
    { why: 'Why does it freeze?', because: 'The graphics driver waits for the dock.' },
    { why: 'Why does it wait?', because: 'The firmware of the dock is older than the driver expects.' },
  ],
  days: 3,
} as const;
