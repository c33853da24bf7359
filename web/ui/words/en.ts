import { FIRST } from './first.ts';

/** What the shared parts of a page say, in English. The portal's catalogues have them in each language. */
export const UI = {
  ...FIRST,

  'message.showQuoted': 'Show quoted text',
  'message.quotedText': 'Quoted text',
  'message.hideQuoted': 'Hide quoted text',

  'files.attach': 'Attach files',
  'files.attached': 'Attachments',
  'files.toAttach': 'To be attached',
  'files.remove': 'Do not attach {name}',
  'files.failed': '{name} was not attached',
  'files.unnamed': 'File',
  'files.tooLarge': 'A file may have at most {most} MB; this one has {size} MB.',

  'answer.yes': 'Yes',
  'answer.no': 'No',
  'answer.chooseOne': 'Choose one',
  'answer.colleague': 'A colleague',

  'order.forWhom': 'Who is it for?',
  'order.why': 'Why is it needed?',
  'order.whyRead': 'Whoever approves it reads this.',

  'quote.label': 'Before you send it',
  'quote.cost': 'Cost',
  'quote.notSaid': 'Not said',
  'money.nothing': 'No charge',
  'quote.approval': 'Approval',
  'quote.notNeeded': 'Not needed',
  'quote.deskDecides': 'your service desk finds out who decides',
  'quote.expected': 'Expected',
  'quote.deskTells': 'Your service desk tells you',

  'approvals.label': 'Approvals',
  'approvals.pending': 'Waits for a decision',
  'approvals.approved': 'Approved',
  'approvals.rejected': 'Rejected',
  'approvals.expired': 'Expired',
  'approvals.voided': 'Voided',
  'approvals.dropped': 'No longer needed',
  'approvals.by': 'By {why}.',
  'approvals.step.waiting': '{step} has its turn later',
  'approvals.step.open': '{step} is asked',
  'approvals.step.approved': '{step} approved',
  'approvals.step.rejected': '{step} rejected',
  'approvals.step.dropped': '{step} not needed',
  'approvals.of': '{approvals} of {needed} needed have approved',
  'approvals.nobody': 'There is nobody who could be asked.',
  'approvals.unanswered': '{who} has not answered',
  'approvals.approve': '{who} approved',
  'approvals.reject': '{who} rejected',
  'approvals.inPlaceOf': '{who} in place of {whom}',
  'approvals.standsIn': '{who} may decide in their place, until {until}',
} as const;
