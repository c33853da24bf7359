import { sql } from 'kysely';
import { type KnownError, type Match, matchKnownErrors, type Trouble } from '#kernel/problem.ts';
import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { KnownErrorMatch, SuggestQuery, TicketKnownErrors } from '#shared/problem.ts';

/** More are in force at one client nowhere; the newest are compared. */
const COMPARED = 500;
const LETTERS = 2_000;

type Error = KnownError & Omit<KnownErrorMatch, 'why'>;

/** What is known at a client and in force. */
async function errorsOf(ctx: Ctx, clientId: string): Promise<Error[]> {
  const { rows } = await sql<Error>`
    select k.id, s.key as "problemKey", k.title, k.symptoms, k.workaround, k.published_at as "publishedAt",
      k.category_id as "categoryId", k.service_id as "serviceId",
      coalesce((select array_agg(i.item_id) from ticket_items i where i.client_id = k.client_id and i.ticket_id = k.problem_id), '{}') as "itemIds"
    from known_errors k join ticket_spans s on s.client_id = k.client_id and s.whole_id = k.problem_id
    where k.client_id = ${clientId} and k.retired_at is null order by k.published_at desc, k.id limit ${COMPARED}`.execute(
    ctx.tx,
  );
  return rows;
}

/** Those that something may be; what helps is read without its marks. */
const matchesOf = (trouble: Trouble, errors: readonly Error[]): Match[] =>
  matchKnownErrors(
    trouble,
    errors.map((error) => ({ ...error, workaround: htmlToText(error.workaround.slice(0, LETTERS)) })),
  );

const shown = (errors: readonly Error[], matches: readonly Match[]): KnownErrorMatch[] =>
  matches.flatMap(({ id, why }) => {
    const error = errors.find((one) => one.id === id);
    if (!error) return [];
    const { categoryId: _category, serviceId: _service, itemIds: _items, ...rest } = error;
    return [{ ...rest, why }];
  });

/** Known errors that something may be which is being logged for a client. */
export async function suggestFor(ctx: Ctx, { clientId, q, categoryId, serviceId }: SuggestQuery) {
  const errors = await errorsOf(ctx, clientId);
  const trouble: Trouble = {
    title: q,
    text: '',
    categoryId: categoryId ?? null,
    serviceId: serviceId ?? null,
    itemIds: [],
  };
  return { items: shown(errors, matchesOf(trouble, errors)) };
}

/** Known errors that were recognised on a ticket, and those that it may be. */
export async function knownErrorsOf(ctx: Ctx, idOrKey: string): Promise<TicketKnownErrors> {
  const ticket = await findTicket(ctx, idOrKey);
  const [errors, { rows: used }, { rows: items }, { rows: above }] = await Promise.all([
    errorsOf(ctx, ticket.client_id),
    sql<TicketKnownErrors['used'][number]>`
      select k.id, s.key as "problemKey", k.title, k.symptoms, k.workaround, k.published_at as "publishedAt", '' as why,
        u.used_at as "usedAt", coalesce(p.name, 'The program') as by
      from known_error_uses u join known_errors k on k.client_id = u.client_id and k.id = u.known_error_id
      join ticket_spans s on s.client_id = k.client_id and s.whole_id = k.problem_id left join staff p on p.id = u.staff_id
      where u.client_id = ${ticket.client_id} and u.ticket_id = ${ticket.id} order by u.used_at, k.id limit 50`.execute(
      ctx.tx,
    ),
    sql<{ id: string }>`select item_id as id from ticket_items
      where client_id = ${ticket.client_id} and ticket_id = ${ticket.id} limit 50`.execute(ctx.tx),
    // Whose problem is known already needs no hint at it.
    sql<{ key: string }>`select s.key from ticket_span_links l
      join ticket_spans s on s.client_id = l.client_id and s.whole_id = l.whole_id
      where l.client_id = ${ticket.client_id} and l.ticket_id = ${ticket.id} and l.how = 'problem'`.execute(ctx.tx),
  ]);
  const known = new Set([ticket.key, ...above.map(({ key }) => key)]);
  const open = errors.filter(({ id, problemKey }) => !known.has(problemKey) && !used.some((one) => one.id === id));
  const trouble: Trouble = {
    title: ticket.title,
    text: htmlToText(ticket.description.slice(0, LETTERS)),
    categoryId: ticket.category_id,
    serviceId: ticket.service_id,
    itemIds: items.map(({ id }) => id),
  };
  return { used, suggested: ticket.is_open ? shown(open, matchesOf(trouble, open)) : [] };
}
