/** Finding help, in English: by it the others are measured. */
export default {
  'knowledge.title': 'Find help',
  'knowledge.search': 'What do you want to do?',
  'knowledge.nothingFits': 'Nothing fits',
  'knowledge.nothingFitsHelp': 'Try fewer words, or ask your service desk.',
  'knowledge.none': 'Nothing is written down yet',
  'knowledge.noneHelp': 'What helps you to help yourself will stand here.',
  'knowledge.other': 'Find other help',
  'knowledge.changed': 'Last changed {when}',

  'helped.ask': 'Did this help?',
  'helped.thanks': 'Thank you.',
  'helped.yes': 'You said that it helped.',
  'helped.no': 'You said that it did not help. Your service desk is glad to help.',
} as const;
