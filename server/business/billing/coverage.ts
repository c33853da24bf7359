import { sql } from 'kysely';
import { type Grant, priceTime } from '#kernel/billing.ts';
import { dayAfter } from '#kernel/day.ts';
import type { Ctx } from '#platform/context/index.ts';
import { numbering } from '#server/business/contract/index.ts';
import type { CoverWay, TicketCoverage, TimeCover } from '#shared/coverage.ts';
import { minorDigits } from '#shared/money-words.ts';
import { loadBooks } from './load.ts';
import type { LoadedContract } from './load-contracts.ts';
import { timeParts } from './time-parts.ts';

type Entry = { id: string; clientId: string; invoice: number | null; waits: boolean };
type Part = { entryId: string; how: CoverWay; line: string | null; seconds: number };
/** Contracts of clients, with what all that is on no invoice does to their blocks and comes under. */
type Priced = { contracts: readonly LoadedContract[]; grants: readonly Grant[]; parts: readonly Part[] };

/** Which lines of contracts took in what of some recorded time: as it was billed, else as it would be today, approved or not. Reads only. */
export async function coverOf(ctx: Ctx, entryIds: readonly string[]): Promise<TimeCover[]> {
  const entries = await entriesOf(ctx, entryIds);
  const waiting = entries.flatMap(({ waits, clientId }) => (waits ? [clientId] : []));
  const { parts } = await pricedNow(ctx, [...new Set(waiting)]);
  return covers(ctx, entries, parts);
}

/** What contracts take in work of a ticket's client today, with what is left of hours, and what came of the ticket's own time. */
export async function coverageOfTicket(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<TicketCoverage> {
  const { rows } = await sql<{ id: string }>`
    select id from time_entries where client_id = ${ticket.client_id} and ticket_id = ${ticket.id} order by worked_at desc, id`.execute(
    ctx.tx,
  );
  const entries = await entriesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const { contracts, grants, parts } = await pricedNow(ctx, [ticket.client_id]);
  const today = ctx.now.slice(0, 10);
  const holds = ({ from, until }: { from: string; until: string | null }) =>
    from <= today && (until === null || until > today);
  const lines = contracts
    .filter((contract) =>
      holds({ from: contract.begins, until: contract.standing(minorDigits(contract.currency)).ends }),
    )
    .flatMap((contract) =>
      contract.lines
        .filter((line) => line.covers !== null && holds(line))
        .map(({ id, name, kind }) => ({
          ...{ contract: contract.name, line: name },
          ...(kind === 'all_inclusive' ? INCLUDED : kind.startsWith('block') ? BLOCK : CHARGED),
          ...(kind === 'block_hours' ? left(grants.filter((one) => one.lineId === id && holds(one))) : NONE_LEFT),
        })),
    );
  return { lines, entries: await covers(ctx, entries, parts) };
}

const [INCLUDED, BLOCK, CHARGED] = [{ how: 'included' }, { how: 'block' }, { how: 'charged' }] as const;
/** Money that a block holds is for whoever sees contracts, and stands there. */
const NONE_LEFT = { minutesLeft: null, until: null };

function left(usable: readonly Grant[]) {
  const seconds = usable.reduce((sum, one) => sum + one.left, 0);
  const ends = usable.flatMap(({ until, left: some }) => (until !== null && some > 0 ? [until] : []));
  return { minutesLeft: Math.floor(seconds / 60), until: ends.toSorted()[0] ?? null };
}

async function entriesOf(ctx: Ctx, ids: readonly string[]): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.id, e.client_id as "clientId", i.number as invoice, e.billable and b.entry_id is null as waits
    from unnest(${ids}::uuid[]) with ordinality as w (id, place) join time_entries e on e.id = w.id
    left join time_billed b on b.client_id = e.client_id and b.entry_id = e.id
    left join invoices i on i.client_id = b.client_id and i.id = b.invoice_id order by w.place`.execute(ctx.tx);
  return rows;
}

/** As the next bill would price it: in its order, so that blocks are used by what came first. */
async function pricedNow(ctx: Ctx, clientIds: readonly string[]): Promise<Priced> {
  if (clientIds.length === 0) return { contracts: [], grants: [], parts: [] };
  // Wherever on earth the client is, what was worked by now is worked by then.
  const by = dayAfter(ctx.now.slice(0, 10), 1);
  const all = await loadBooks(ctx, clientIds, { by, lock: false, unapproved: true });
  const contracts = all.flatMap((own) => own.contracts);
  const names = new Map(contracts.flatMap(({ lines }) => lines.map(({ id, name }) => [id, name])));
  const priced = all.map(({ books, entries }) => priceTime(books.time, entries));
  const parts = priced.flatMap(timeParts).map(({ entry_id, line_id, how, seconds }) => ({
    ...{ entryId: entry_id, how, seconds, line: names.get(line_id ?? '') ?? null },
  }));
  return { contracts, grants: priced.flatMap(({ grants }) => grants), parts };
}

async function covers(ctx: Ctx, entries: readonly Entry[], open: readonly Part[]): Promise<TimeCover[]> {
  const { rows: billed } = await sql<Part>`
    select p.entry_id as "entryId", p.how, l.name as line, p.seconds from time_parts p
    left join contract_lines l on l.client_id = p.client_id and l.id = p.line_id
    where p.entry_id = any (${entries.map(({ id }) => id)}::uuid[]) order by p.id`.execute(ctx.tx);
  const written = await numbering(ctx);
  const byEntry = Map.groupBy([...billed, ...open], ({ entryId }) => entryId);
  return entries.map(({ id, invoice }) => ({
    entryId: id,
    parts: (byEntry.get(id) ?? []).map(({ how, line, seconds }) => ({ how, line, minutes: Math.round(seconds / 60) })),
    invoice: invoice === null ? null : written(invoice),
  }));
}
