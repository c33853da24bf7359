/** The words of one mail in one language: plain text, in which variables are named. */
export type MailText = { readonly subject: string; readonly text: string };

/** What a mail's words may name, with what the editor says about it. */
export const MAIL_VARIABLES = {
  'recipient.firstName': 'First name of whoever gets the mail',
  'recipient.name': 'Full name of whoever gets the mail',
  'requester.name': 'Full name of the person who asked',
  'client.name': 'Name of the client',
  'ticket.key': 'Key of the ticket, such as ACME-142',
  'ticket.title': 'Title of the ticket',
  'assignee.name': 'Full name of the assigned person',
  'team.name': 'Name of the team',
  'provider.name': 'The name that mail comes from',
  'author.name': 'Full name of whoever wrote',
  'announcement.title': 'Title of the announcement',
  'announcement.services': 'The services that it is about, as far as the client has them',
  'announcement.from': 'When it begins, at the client’s place',
  'announcement.until': 'Until when it is expected to last',
  'approval.title': 'What approval is asked for',
  'approval.step': 'As what they are asked, such as “Manager”',
  'approval.why': 'Why they are asked',
  'approval.until': 'Until when they may decide',
  'invoice.number': 'Number of the invoice',
  'invoice.name': 'What the invoice is for, as its run is called',
  'invoice.total': 'What it comes to',
  'invoice.open': 'What of it is still to be paid',
  'invoice.due': 'By when it is to be paid',
  'quote.number': 'Number of the quote',
  'quote.title': 'What the quote is about',
  'quote.total': 'What it comes to, once and each month',
  'quote.until': 'Until when it can be accepted',
  'contract.name': 'Name of the contract',
  'contract.monthly': 'What it costs a month, before tax',
  'contract.begins': 'When it begins',
} as const satisfies Record<string, string>;
export type MailVariable = keyof typeof MAIL_VARIABLES;
export type MailValues = { readonly [variable in MailVariable]?: string | null };

/** Stands for what was written, which is put in as it is. */
export const MESSAGE = 'message';

const TICKET = [
  'recipient.firstName',
  'recipient.name',
  'requester.name',
  'client.name',
  'ticket.key',
  'ticket.title',
  'assignee.name',
  'team.name',
  'provider.name',
] as const;
const APPROVAL = [...TICKET, 'approval.title', 'approval.step', 'approval.why', 'approval.until'] as const;

const ANNOUNCEMENT = [
  'recipient.firstName',
  'recipient.name',
  'client.name',
  'provider.name',
  'announcement.title',
  'announcement.services',
  'announcement.from',
  'announcement.until',
] as const;

const INVOICE = [
  'client.name',
  'provider.name',
  'invoice.number',
  'invoice.name',
  'invoice.total',
  'invoice.open',
  'invoice.due',
] as const;

const QUOTE = [
  'recipient.firstName',
  'recipient.name',
  'client.name',
  'provider.name',
  'quote.number',
  'quote.title',
  'quote.total',
  'quote.until',
] as const;

const CONTRACT = [
  'recipient.firstName',
  'recipient.name',
  'client.name',
  'provider.name',
  'contract.name',
  'contract.monthly',
  'contract.begins',
] as const;

export type MailKindWords = {
  readonly name: string;
  readonly when: string;
  readonly variables: readonly MailVariable[];
  /** What `{{message}}` stands for; without it there is none. */
  readonly message?: string;
  /** Whether the mail would say nothing without it. */
  readonly needsMessage?: true;
};

/** The mails to clients' people. */
export const MAIL_KINDS = {
  reply: {
    name: 'Answer',
    when: 'Somebody wrote a public answer on the ticket.',
    variables: [...TICKET, 'author.name'],
    message: 'What was written',
    needsMessage: true,
  },
  replyResolved: {
    name: 'Answer that resolves',
    when: 'Somebody wrote a public answer and the ticket is resolved.',
    variables: [...TICKET, 'author.name'],
    message: 'What was written',
    needsMessage: true,
  },
  resolved: {
    name: 'Resolved',
    when: 'The ticket was resolved without an answer.',
    variables: [...TICKET, 'author.name'],
    message: 'How it was resolved, where somebody noted it',
  },
  notice: {
    name: 'Notice',
    when: 'The desk itself says something, such as that silence closes the ticket.',
    variables: TICKET,
    message: 'What is said',
    needsMessage: true,
  },
  // Nothing that a stranger wrote, so that nobody can have us say something to others: neither names nor the title.
  received: {
    name: 'Acknowledgement',
    when: 'Their mail became a ticket.',
    variables: ['client.name', 'ticket.key', 'team.name', 'provider.name'],
  },
  added: {
    name: 'Let follow',
    when: 'Somebody let them follow a ticket.',
    variables: [...TICKET, 'author.name'],
    message: 'What was reported',
  },
  approval: {
    name: 'Approval asked',
    when: 'They are asked to approve something. The link to decide follows.',
    variables: APPROVAL,
    message: 'What is asked for, with its cost and reason',
    needsMessage: true,
  },
  approvalReminder: {
    name: 'Approval reminder',
    when: 'They have not decided yet. The link to decide follows.',
    variables: APPROVAL,
    message: 'What is asked for, with its cost and reason',
    needsMessage: true,
  },
  approvalEnded: {
    name: 'Approval not needed',
    when: 'What they were asked to approve was withdrawn or has ended otherwise.',
    variables: [...TICKET, 'approval.title'],
    message: 'Why',
  },
  rating: {
    name: 'Rating asked',
    when: 'Their ticket was closed, and they are asked how content they are. The link to say so follows.',
    variables: TICKET,
  },
  requestApproved: { name: 'Request approved', when: 'What they asked for was approved.', variables: TICKET },
  requestRejected: {
    name: 'Request not approved',
    when: 'What they asked for was not approved.',
    variables: TICKET,
    message: 'What whoever declined wrote about it',
  },
  requestExpired: {
    name: 'Request not decided',
    when: 'Nobody decided in time about what they asked for.',
    variables: TICKET,
  },
  requestChanged: {
    name: 'Request changed',
    when: 'Staff changed the answers of what they asked for.',
    variables: [...TICKET, 'author.name'],
    message: 'What was changed, and whether it has to be approved anew',
    needsMessage: true,
  },
  requestWithdrawn: {
    name: 'Request withdrawn',
    when: 'A colleague withdrew what they asked for, or what they follow.',
    variables: [...TICKET, 'author.name'],
    message: 'What the colleague wrote about it',
  },
  announcement: {
    name: 'Announcement',
    when: 'Something was announced, and whoever published it said that it goes by mail.',
    variables: ANNOUNCEMENT,
    message: 'What is announced',
  },
  announcementUpdate: {
    name: 'More about an announcement',
    when: 'More was said about something announced that affects them.',
    variables: ANNOUNCEMENT,
    message: 'What was said',
    needsMessage: true,
  },
  announcementEnded: {
    name: 'Announcement ended',
    when: 'Something announced that affects them is over.',
    variables: ANNOUNCEMENT,
    message: 'What was said at the end, if anything was',
  },
  invoice: {
    name: 'Invoice',
    when: 'An invoice or a credit goes to the address for invoices, with the document.',
    variables: INVOICE,
  },
  invoiceReminder: {
    name: 'Reminder of an invoice',
    when: 'An invoice is overdue, and the settings say that it is called to mind.',
    variables: INVOICE,
  },
  quote: {
    name: 'Quote',
    when: 'A quote is sent to somebody who looks after the company, with the document. The link to it follows.',
    variables: QUOTE,
  },
  contract: {
    name: 'Contract to sign',
    when: 'A contract is sent to be signed to somebody who looks after the company, with the document. The link to it follows.',
    variables: CONTRACT,
  },
} as const satisfies Record<string, MailKindWords>;
export type MailKind = keyof typeof MAIL_KINDS;

/** For how many days before it the end of an application's secret is told. */
export const SECRET_TOLD_DAYS = 21;
