/** Telling what is wrong, in English: by it the others are measured. */
export default {
  'raise.title': 'What is wrong?',
  'raise.restored': 'What you typed last time is back.',
  'raise.discard': 'Discard it',
  'raise.line': 'In a few words',
  'raise.more': 'What happens, since when, and what do you see?',
  'raise.photo': 'Take a photo',
  'raise.drop': 'Or drop them here, or paste a picture.',
  'raise.service': 'What does it concern?',
  'raise.unknownService': 'I do not know',
  'raise.mayHelp': 'This may help',
  'raise.solved': 'This solved it',
  'raise.glad': 'Good to hear that it helped',
} as const;
