import type { Translated } from '#shared/message-words.ts';
import type access from './en/access.ts';
import type approvals from './en/approvals.ts';
import type enter from './en/enter.ts';
import type files from './en/files.ts';
import type first from './en/first.ts';
import type invoices from './en/invoices.ts';
import type knowledge from './en/knowledge.ts';
import type order from './en/order.ts';
import type people from './en/people.ts';
import type projects from './en/projects.ts';
import type quotes from './en/quotes.ts';
import type raise from './en/raise.ts';
import type security from './en/security.ts';
import type status from './en/status.ts';
import type ticket from './en/ticket.ts';
import type tickets from './en/tickets.ts';

/** The files of words that come with the pages and parts that say them. */
export type Areas = {
  access: typeof access;
  approvals: typeof approvals;
  enter: typeof enter;
  files: typeof files;
  invoices: typeof invoices;
  knowledge: typeof knowledge;
  order: typeof order;
  people: typeof people;
  projects: typeof projects;
  quotes: typeof quotes;
  raise: typeof raise;
  security: typeof security;
  status: typeof status;
  ticket: typeof ticket;
  tickets: typeof tickets;
};
export type Area = keyof Areas;

/** Every message of the portal, as the English files have it. */
export type Words = typeof first &
  typeof access &
  typeof approvals &
  typeof enter &
  typeof files &
  typeof invoices &
  typeof knowledge &
  typeof order &
  typeof people &
  typeof projects &
  typeof quotes &
  typeof raise &
  typeof security &
  typeof status &
  typeof ticket &
  typeof tickets;

/** A language: what every page says is there with it, the rest is fetched by area. */
export type Language = { readonly first: Translated<typeof first> } & {
  readonly [Name in Area]: () => Promise<{ default: Translated<Areas[Name]> }>;
};
