import { notFound, staleVersion } from '#kernel/errors.ts';
import { isId } from '#kernel/ids.ts';
import { ticketKey } from '#kernel/ticket-key.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from './record.ts';
import { heldRow } from './row.ts';

const BY_ID = 'select * from tickets where id = $1';
const BY_KEY =
  'select t.* from tickets t join clients c on c.id = t.client_id where c.code = $1 and t.client_id = c.id and t.number = $2';
const MOVED = 'select t.* from ticket_redirects r join tickets t on t.id = r.to_ticket_id where r.key = $1 limit 1';

type Lock = { lock?: boolean };

/**
 * The ticket by id or key (`ACME-142`, in any case), following the redirect of a moved one. `lock` holds it until the end of
 * the transaction. Throws `not_found` for what is not there and for what the caller may not see, alike.
 */
export async function findTicket(ctx: Ctx, idOrKey: string, options: Lock = {}): Promise<TicketRecord> {
  const found = heldRow(ctx, idOrKey) ?? (await readTicket(ctx, idOrKey, options));
  return heldRow(ctx, found.id) ?? found;
}

async function readTicket(ctx: Ctx, idOrKey: string, options: Lock): Promise<TicketRecord> {
  const wanted = idOrKey.trim();
  const found = isId(wanted.toLowerCase())
    ? await ticketOfId(ctx, wanted.toLowerCase(), options)
    : await ticketNamed(ctx, wanted, options);
  if (found) return found;
  throw notFound('ticket');
}

async function ticketOfId(ctx: Ctx, id: string, { lock }: Lock): Promise<TicketRecord | undefined> {
  const [name, text] = lock ? ['ticket_by_id_lock', `${BY_ID} for update`] : ['ticket_by_id', BY_ID];
  return (await ctx.hot<TicketRecord>(name, text, [id]))[0];
}

/** The ticket that a text names by its key, or by one that it had before it moved; undefined for any other text, and for what the caller may not see. */
export async function ticketNamed(ctx: Ctx, text: string, { lock }: Lock = {}): Promise<TicketRecord | undefined> {
  const wanted = text.trim();
  const key = ticketKey(wanted);
  if (!key) return undefined;
  const held = lock ? ' for update of t' : '';
  const name = (base: string) => (lock ? `${base}_lock` : base);
  const [found] = await ctx.hot<TicketRecord>(name('ticket_by_key'), BY_KEY + held, [key.code, key.number]);
  if (found) return found;
  return (await ctx.hot<TicketRecord>(name('ticket_moved'), MOVED + held, [wanted.toUpperCase()]))[0];
}

/** The ticket locked for a change, refused when the writer saw an older version. */
export async function ticketForChange(ctx: Ctx, idOrKey: string, version?: number): Promise<TicketRecord> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  if (version !== undefined && version !== ticket.version) throw staleVersion('ticket', ticket.version);
  return ticket;
}
