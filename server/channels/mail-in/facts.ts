import { keyIn } from '#kernel/ticket-key.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type Sight, sightOf } from '#platform/identity/index.ts';
import {
  installationHeader,
  ticketOfMessageId,
  ticketsOfMailIds,
  ticketsOfTokens,
} from '#server/channels/mail-out/index.ts';
import { ticketNamed } from '#server/desk/ticket/index.ts';
import type { Sees } from '#shared/vocabulary.ts';
import type { ClaimedMail } from './claim.ts';
import { fingerprintOf } from './fingerprint.ts';
import { ownAddresses } from './own-address.ts';
import { type Forwarded, forwardOf, type OurMarks, type ReadMail } from './reading/index.ts';

/** What is known about a mail besides what it says: the ground on which it is decided. */
export type Facts = {
  mailbox: Mailbox | null;
  /** Addresses that are the desk's own: no person is meant by them. */
  own: ReadonlySet<string>;
  /** By what a mail of ours that came back is known. */
  marks: OurMarks;
  fingerprint: string;
  /** Whether this very mail has come before. */
  twin: boolean;
  staff: { id: string; name: string } | null;
  /** The mail of another that one of the MSP's own people hands on; those below are by its writer's address then. */
  forwarded: Forwarded | null;
  /** Who of all clients has the sender's address; whoever asked last comes first. */
  contacts: readonly Person[];
  /** Clients whose people write from the sender's domain. */
  domains: readonly { clientId: string; clientName: string; admits: boolean }[];
  /** The tickets that the mail points to, the strongest evidence first. */
  evidence: readonly Evidence[];
  ticket: TicketFacts | null;
  /** The ticket whose key the subject names. Everybody can write one, so it lets nobody in. */
  named: { id: string; clientId: string } | null;
  /** Tickets logged from this address within the hour. */
  recent: number;
};

export type Mailbox = {
  id: string;
  address: string;
  serves_id: string | null;
  serves_name: string | null;
  team_id: string | null;
  ticket_kind: 'incident' | 'request';
  trusted_servers: string[];
  acknowledges: boolean;
};

export type Person = {
  id: string;
  clientId: string;
  clientName: string;
  name: string;
  active: boolean;
  /** How far they see beyond what is theirs: there they may take part. */
  sight: Sight;
};

/** What points to a ticket. A subject number is none: everybody can write one. */
export type Evidence = { ticketId: string; by: 'address' | 'signed id' | 'text' | 'known id' };

export type TicketFacts = {
  id: string;
  key: string;
  clientId: string;
  /** Resolved, closed or cancelled: nobody looks at it of their own accord. */
  isOver: boolean;
  requesterId: string | null;
  siteId: string | null;
  followerIds: readonly string[];
};

const MAILBOX = `
select b.id, b.address, b.serves_id, c.name as serves_name, b.team_id, b.ticket_kind, b.trusted_servers, b.acknowledges
from mailboxes b left join clients c on c.id = b.serves_id where b.id = $1`;

/** Whoever asked last comes first, by what changed last: one that a device writes as has tickets without end. */
const CONTACTS = `
select r.id, r.client_id as "clientId", c.name as "clientName", r.name, r.active and c.active as active, r.sees, r.site_id as "siteId"
from contacts r join clients c on c.id = r.client_id
left join lateral (select max(t.created_at) as at from (
  select created_at from tickets where client_id = r.client_id and requester_id = r.id order by updated_at desc, id desc limit 50) t) last on true
where r.email = $1 order by last.at desc nulls last, r.id limit 20`;

const DOMAINS = `
select d.client_id as "clientId", c.name as "clientName", d.admits from client_domains d join clients c on c.id = d.client_id and c.active
where d.domain = $1 order by c.name limit 20`;

const TICKET = `
select t.id, t.key, t.client_id as "clientId", t.status_category in ('resolved', 'closed', 'cancelled') as "isOver", t.requester_id as "requesterId", t.site_id as "siteId", array(
  select w.watcher_id from ticket_watchers w where w.client_id = t.client_id and w.ticket_id = t.id and w.watcher_kind = 'contact') as "followerIds"
from tickets t where t.id = $1`;

const RECENT = `
select count(*)::int as tickets from incoming_mails where from_address = $1 and received_at > $2 and outcome = 'ticket'`;

const TWIN = `
select 1 from incoming_mails where fingerprint = $1 and id <> $2 and outcome is not null and outcome <> 'duplicate' limit 1`;

const STAFF = 'select id, name from staff where lower(email) = $1 and active';
const HOUR_MS = 3_600_000;

/** Looks up everything on which the decision about a mail stands. Under the program's own scope: whose it is is not known yet. */
export async function factsOf(ctx: Ctx, row: ClaimedMail, mail: ReadMail): Promise<Facts> {
  const sender = mail.from?.address ?? '';
  const [colleague] = await ctx.hot<{ id: string; name: string }>('incoming_staff', STAFF, [sender]);
  const forwarded = colleague ? forwardOf(mail) : null;
  const from = forwarded?.from.address ?? sender;
  const fingerprint = fingerprintOf(mail, row.sha256);
  const evidence = await evidenceOf(ctx, row, mail);
  const hourAgo = new Date(Date.parse(ctx.now) - HOUR_MS).toISOString();
  const [mailboxes, addresses, contacts, domains, tickets, named, recent, twin] = await Promise.all([
    ctx.hot<Mailbox>('incoming_mailbox', MAILBOX, [row.mailbox_id]),
    ownAddresses(ctx),
    peopleAt(ctx, from),
    ctx.hot<Facts['domains'][number]>('incoming_domains', DOMAINS, [from.slice(from.lastIndexOf('@') + 1)]),
    evidence[0] ? ctx.hot<TicketFacts>('incoming_ticket', TICKET, [evidence[0].ticketId]) : [],
    ticketNamed(ctx, keyIn(mail.subject) ?? ''),
    ctx.hot<{ tickets: number }>('incoming_recent', RECENT, [sender, hourAgo]),
    isTwin(ctx, row.id, fingerprint),
  ]);
  return {
    mailbox: mailboxes[0] ?? null,
    own: new Set(addresses),
    marks: {
      addresses,
      domains: addresses.map((address) => address.slice(address.lastIndexOf('@') + 1)),
      isOurId: (id) => ticketOfMessageId(ctx.services.secret, id) !== null,
      headers: [installationHeader(ctx.services.secret)],
    },
    fingerprint,
    twin,
    staff: colleague ?? null,
    forwarded,
    contacts,
    domains,
    evidence,
    ticket: tickets[0] ?? null,
    named: named ? { id: named.id, clientId: named.client_id } : null,
    recent: recent[0]?.tickets ?? 0,
  };
}

type Card = Omit<Person, 'sight'> & { sees: Sees | null; siteId: string | null };

async function peopleAt(ctx: Ctx, address: string): Promise<Person[]> {
  const cards = await ctx.hot<Card>('incoming_contacts', CONTACTS, [address]);
  const people: Person[] = [];
  for (const card of cards) people.push({ ...card, sight: await sightOf(ctx, card.clientId, card) });
  return people;
}

/** Whether the same mail has come before and was not itself one that had come before. */
export async function isTwin(ctx: Ctx, id: string, fingerprint: string): Promise<boolean> {
  return (await ctx.hot('incoming_twin', TWIN, [fingerprint, id])).length > 0;
}

/** What in a mail points to tickets that are there: the address it was sent to, then what it answers to, then a word in its text. */
async function evidenceOf(ctx: Ctx, row: ClaimedMail, mail: ReadMail): Promise<Evidence[]> {
  const { secret } = ctx.services;
  const addresses = [...row.envelope_to, ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  const headers = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => mail.header(name));
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()];
  const signed = ids.flatMap((id) => ticketOfMessageId(secret, id) ?? []);
  const found: Evidence[] = [
    ...[...addresses, ...headers]
      .flatMap((address) => ticketsOfTokens(secret, address))
      .map((ticketId): Evidence => ({ ticketId, by: 'address' })),
    ...signed.map((ticketId): Evidence => ({ ticketId, by: 'signed id' })),
    ...(await ticketsOfMailIds(ctx, ids)).map((ticketId): Evidence => ({ ticketId, by: 'known id' })),
    ...ticketsOfTokens(secret, `${mail.text}\n${mail.html ?? ''}`).map(
      (ticketId): Evidence => ({ ticketId, by: 'text' }),
    ),
  ];
  if (found.length === 0) return [];
  const there = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where(
      'id',
      'in',
      found.map(({ ticketId }) => ticketId),
    )
    .execute();
  return found.filter(({ ticketId }) => there.some(({ id }) => id === ticketId));
}
