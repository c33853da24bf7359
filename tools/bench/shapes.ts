import type pg from 'pg';

/** Ids and words of what is stored, to ask for. */
export type Known = {
  clients: string[];
  staff: string[];
  teams: string[];
  categories: string[];
  contacts: { client_id: string; id: string }[];
  tickets: { id: string; key: string; title: string; asset: string }[];
  /** Keys of tickets of the largest client. */
  largest: string[];
};

/** Reads a sample, the same in every run. Clients come in the order of their size, the largest first. */
export async function learnKnown(admin: pg.Client): Promise<Known> {
  const ids = async (sql: string) => (await admin.query<{ id: string }>(sql)).rows.map((row) => row.id);
  return {
    clients: await ids('select id from bench.clients order by ord'),
    staff: await ids('select distinct unnest(member_ids) as id from bench.teams order by 1'),
    teams: await ids('select id from bench.teams order by ord'),
    categories: await ids('select id from fettle.categories order by path'),
    contacts: (await admin.query('select client_id, id from bench.contacts order by ord % 97, ord limit 1000')).rows,
    tickets: (
      await admin.query(
        `select id, key, title, substring(description from 'PC-[0-9]+') as asset from fettle.tickets
         where description like '%PC-%' order by md5(key) limit 1000`,
      )
    ).rows,
    largest: await ids(
      `select key as id from fettle.tickets where client_id = (select id from bench.clients order by ord limit 1) order by md5(key) limit 200`,
    ),
  };
}

/** Something that people look at: a name for the table, and what to ask for the i-th time. */
export type Shape = { readonly name: string; path(known: Known, i: number): string };

const nth = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const words = (text: string, count: number) => encodeURIComponent(text.split(' ').slice(0, count).join(' '));

/** The queue in all the ways it is looked at. */
export const LISTS: readonly Shape[] = [
  { name: 'open, by change', path: () => '/tickets?status=open' },
  { name: 'open, by priority', path: () => '/tickets?status=open&sort=priority' },
  { name: 'open, by due time', path: () => '/tickets?status=open&sort=due' },
  { name: 'open, by age', path: () => '/tickets?status=open&sort=created' },
  { name: 'all, by change', path: () => '/tickets?sort=updated' },
  { name: 'all, by age', path: () => '/tickets?sort=created' },
  { name: 'all, by priority', path: () => '/tickets?sort=priority' },
  { name: 'all, by due time', path: () => '/tickets?sort=due' },
  { name: 'open of a client', path: ({ clients }, i) => `/tickets?status=open&clientId=${nth(clients, i)}` },
  { name: 'all of a client', path: ({ clients }, i) => `/tickets?clientId=${nth(clients, i)}` },
  {
    name: 'open of a client, by priority',
    path: ({ clients }, i) => `/tickets?status=open&clientId=${nth(clients, i)}&sort=priority`,
  },
  { name: 'open of a person', path: ({ staff }, i) => `/tickets?status=open&assigneeId=${nth(staff, i)}` },
  { name: 'all of a person', path: ({ staff }, i) => `/tickets?assigneeId=${nth(staff, i)}` },
  { name: 'open of a team', path: ({ teams }, i) => `/tickets?status=open&teamId=${nth(teams, i)}` },
  { name: 'unassigned', path: () => '/tickets?status=open&assigneeId=none&sort=priority' },
  { name: 'waiting for the client', path: () => '/tickets?status=waiting&holdReason=client' },
  { name: 'overdue', path: () => '/tickets?status=open&due=overdue&sort=due' },
  { name: 'resolved', path: () => '/tickets?status=resolved' },
  { name: 'closed', path: () => '/tickets?status=closed' },
  {
    name: 'of a requester',
    path: ({ contacts }, i) => `/tickets?clientId=${nth(contacts, i).client_id}&requesterId=${nth(contacts, i).id}`,
  },
  {
    name: 'open of a category',
    path: ({ categories }, i) => `/tickets?status=open&categoryId=${nth(categories, i)}`,
  },
  { name: 'open with a tag', path: () => '/tickets?status=open&tag=warranty' },
  { name: 'open for VIPs', path: () => '/tickets?status=open&vip=true' },
  {
    name: 'resolved in a month',
    path: () => '/tickets?resolvedAfter=2025-03-01T00:00:00Z&resolvedBefore=2025-04-01T00:00:00Z',
  },
  { name: 'last resolved', path: () => '/tickets?sort=resolved' },
  { name: 'problems', path: () => '/tickets?kind=problem' },
];

/** Words looked for: of few tickets, of many, and their beginnings. */
export const SEARCHES: readonly Shape[] = [
  { name: 'a rare word', path: ({ tickets }, i) => `/tickets?q=${nth(tickets, i).asset}` },
  { name: 'two common words', path: ({ tickets }, i) => `/tickets?q=${words(nth(tickets, i).title, 2)}` },
  {
    name: 'a common word, open',
    path: ({ tickets }, i) => `/tickets?status=open&q=${words(nth(tickets, i).title, 1)}`,
  },
  {
    name: 'a word at a client',
    path: ({ tickets, clients }, i) => `/tickets?clientId=${nth(clients, i)}&q=${words(nth(tickets, i).title, 1)}`,
  },
  { name: 'a beginning', path: ({ tickets }, i) => `/tickets?q=${words(nth(tickets, i).title.slice(0, 3), 1)}` },
  { name: 'a key', path: ({ tickets }, i) => `/tickets?q=${nth(tickets, i).key}` },
  {
    name: 'the palette',
    path: ({ tickets }, i) => `/tickets/search?limit=6&q=${words(nth(tickets, i).title, 2)}`,
  },
  {
    name: 'the palette, words no ticket has',
    path: ({ tickets }, i) => `/tickets/search?limit=6&q=${words(nth(tickets, i).title, 2)}+quetzalcoatl`,
  },
];

/** One ticket and what its page asks for. */
export const OPENS: readonly Shape[] = [
  { name: 'the ticket', path: ({ tickets }, i) => `/tickets/${nth(tickets, i).key}` },
  { name: 'its timeline', path: ({ tickets }, i) => `/tickets/${nth(tickets, i).id}/timeline` },
  { name: 'its clocks', path: ({ tickets }, i) => `/tickets/${nth(tickets, i).id}/sla` },
];

/** What is offered beside a ticket, by its likeness to others. */
export const SUGGESTS: readonly Shape[] = [
  { name: 'what is related', path: ({ tickets }, i) => `/tickets/${nth(tickets, i).id}/related` },
  { name: 'articles that may help', path: ({ tickets }, i) => `/tickets/${nth(tickets, i).id}/articles` },
];

/** What counts and sums up. */
export const SUMS: readonly Shape[] = [
  { name: 'counts of views', path: () => '/views/counts' },
  { name: 'count of the open', path: () => '/tickets/count?status=open' },
  { name: 'a lane of the board', path: () => '/tickets?status=in_progress&sort=priority' },
  { name: 'triage', path: () => '/tickets/triage' },
  { name: 'people with their load', path: () => '/staff' },
  { name: 'teams with their load', path: () => '/teams' },
  { name: 'the board of service levels', path: () => '/service-levels/board' },
  { name: 'how promises were kept lately', path: () => '/service-levels/kept' },
  { name: 'a client at a glance', path: ({ clients }, i) => `/clients/${nth(clients, i)}/overview` },
];
