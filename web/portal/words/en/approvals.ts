import { APPROVALS } from '#web/ui/words/approvals.ts';

/** Deciding, and who decides in one’s place, in English: by it the others are measured. */
export default {
  ...APPROVALS,

  'approvals.title': 'Approvals',
  'approvals.none': 'Nothing waits for you',
  'approvals.noneHelp': 'When somebody asks for something that you decide, it stands here.',
  'approvals.waiting': 'Waiting for you',
  'approvals.youApproved': '{title} is approved by you',
  'approvals.youRejected': '{title} is rejected by you',

  'asked.by': 'Asked by',
  'asked.reason': 'Reason',
  'asked.asStep': 'You are asked as {step} ({why}).',
  'asked.inPlaceOf': 'You are asked as {step} in place of {whom}.',
  'asked.always': 'This is asked every time, as {policy} says.',
  'asked.policy': 'By {policy}: {why}.',
  'asked.decided': 'Decided so far',
  'asked.expires': 'It expires {when}.',

  'vote.approve': 'Approve',
  'vote.reject': 'Reject',
  'vote.whyNot': 'Why not?',
  'vote.rejectIt': 'Reject it',

  'decide.as': 'You decide as {name}.',
  'decide.title': 'An approval',
  'decide.thanks': 'Thank you',
  'decide.noted': 'Your decision is noted, and whoever asked sees it. You can close this page.',
  'decide.once': 'A link works once, and only until it expires. It may be decided already.',

  'standIn.title': 'While you are away',
  'standIn.until': '{name} decides in your place until {when}.',
  'standIn.end': 'End it',
  'standIn.notEnded': 'Not ended',
  'standIn.help': 'Let a colleague approve in your place for a time. What they decide says so.',
  'standIn.another':
    'For another time, choose a colleague here too. Whoever decides in your place during those days already then no longer does.',
  'standIn.colleague': 'Colleague',
  'standIn.untilEndOf': 'Until the end of',
  'standIn.fromStartOf': 'From the start of',
  'standIn.fromUntil': '{name} decides in your place from {from} until {when}.',
  'standIn.reason': 'Reason, if you like',
  'standIn.let': 'Let them decide',
} as const;
