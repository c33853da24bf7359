/** One ticket, in English: by it the others are measured. */
export default {
  'ticket.next.new': 'Next, we look at it.',
  'ticket.next.open': 'We are working on it and will write to you.',
  'ticket.next.you': 'We need your answer to go on: write it below.',
  'ticket.next.waiting': 'We wait for somebody else, then go on.',
  'ticket.joined':
    'The desk works on it together with another report of your company. Answers to you stand here, and you can go on writing here.',
  'ticket.conversation': 'Conversation',
  'ticket.unknown': 'Unknown',
  'ticket.you': 'you',
  'ticket.desk': 'service desk',
  'ticket.messageOf': 'Message of {name}',
  'ticket.nothingWritten': 'Nothing more was written.',
  'ticket.raisedBy': 'raised by {name}',
  'ticket.youRaisedBy': 'you, raised by {name}',

  'verdict.label': 'Solution',
  'verdict.ask': 'Is it solved?',
  'verdict.solved': 'Solved',
  'verdict.closes': 'Without an answer it is closed {when}.',
  'verdict.yes': 'Yes, it is solved',
  'verdict.notYet': 'No, not yet',
  'verdict.notAfterAll': 'It is not solved after all',
  'verdict.whatIsWrong': 'What is still wrong?',
  'verdict.openAgain': 'Open it again',

  'reply.label': 'Your answer',
  'reply.offline': 'There is no connection. Leave this page open: it goes out when the connection is back.',

  'rating.ask': 'How content are you with what was done?',
  'rating.thanks': 'Thank you for telling us.',
  'rating.good': 'Content',
  'rating.fair': 'In between',
  'rating.bad': 'Not content',
  'rating.meant': 'You chose “{choice}”: touch the page, or press it here, and it is sent.',
  'rating.words': 'What should we know?',
  'rating.over': 'The time in which this could be answered is over.',
} as const;
