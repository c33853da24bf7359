/** What every page may say, in English: there from the start, also where no catalogue could be fetched. */
export const FIRST = {
  'ui.skip': 'Skip to the content',
  'ui.tryAgain': 'Try again',
  'ui.loadUpdate': 'Load the new version',
  'ui.request': 'Request {id}',
  'ui.loading': 'Loading',
  'ui.dismiss': 'Dismiss',
  'ui.messages': 'Messages',
  'ui.exactly': '{date} at {time}',
  'ui.nothingFits': 'Nothing fits',
  'ui.notInList': '“{text}” is not in the list',
  'ui.fitsSeveral': '“{text}” fits several',
  'ui.fromTo': 'Must be from {min} to {max}.',
  'ui.atLeast': 'Must be at least {min}.',
  'ui.atMost': 'Must be at most {max}.',

  'answer.yes': 'Yes',
  'answer.no': 'No',
  'answer.chooseOne': 'Choose one',
  'answer.colleague': 'A colleague',
} as const;
