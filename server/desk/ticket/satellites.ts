import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from './record.ts';

type Place = Pick<TicketRecord, 'client_id' | 'id' | 'tags' | 'custom'>;

/** Takes away the rows that are not among the wanted ones and adds those that are missing. */
const TAGS = `
with gone as (delete from ticket_tags where client_id = $1 and ticket_id = $2 and tag <> all ($3::text[]))
insert into ticket_tags (client_id, ticket_id, tag) select $1, $2, tag from unnest($3::text[]) tag on conflict do nothing`;

const VALUES = `
with wanted as (select * from unnest($3::text[], $4::text[]) wanted (field_key, value)),
gone as (
  delete from ticket_custom_values v where v.client_id = $1 and v.ticket_id = $2
    and not exists (select from wanted w where w.field_key = v.field_key and w.value = v.value))
insert into ticket_custom_values (client_id, ticket_id, field_key, value)
select $1, $2, field_key, value from wanted on conflict do nothing`;

/** Tags as rows of their own, so that a filter by tag uses an index that row-level security allows. */
export async function storeTags(ctx: Ctx, ticket: Place): Promise<void> {
  await ctx.hot('store_tags', TAGS, [ticket.client_id, ticket.id, ticket.tags]);
}

/** As much of a value as an index takes; filters are shorter still. */
const lookedUp = (value: unknown) => [...String(value)].slice(0, 500).join('');

/** Custom values as texts in rows of their own, for the same reason. */
export async function storeCustomValues(ctx: Ctx, ticket: Place): Promise<void> {
  if (ctx.bulk) ctx.bulk.later(`custom ${ticket.id}`, () => writeCustomValues(ctx, ticket));
  else await writeCustomValues(ctx, ticket);
}

async function writeCustomValues(ctx: Ctx, ticket: Place): Promise<void> {
  const pairs = Object.entries(ticket.custom as Record<string, unknown>).flatMap(([key, value]) =>
    [value]
      .flat()
      .filter((item) => item !== null && item !== '')
      .map((item) => [key, lookedUp(item)] as const),
  );
  const [keys, values] = [pairs.map(([key]) => key), pairs.map(([, value]) => value)];
  await ctx.hot('store_custom_values', VALUES, [ticket.client_id, ticket.id, keys, values]);
}

export type ChecklistLine = { text: string; required: boolean };

/** Writes lines of a checklist from a position on, in their order. Returns their ids. */
export async function insertChecklist(
  ctx: Ctx,
  ticket: Pick<TicketRecord, 'client_id' | 'id'>,
  lines: readonly ChecklistLine[],
  from = 0,
): Promise<string[]> {
  const rows = lines.map((line, index) => ({
    client_id: ticket.client_id,
    id: newId(),
    ticket_id: ticket.id,
    position: from + index,
    text: line.text.trim(),
    required: line.required,
    created_at: ctx.now,
  }));
  await ctx.tx.insertInto('checklist_items').values(rows).execute();
  return rows.map((row) => row.id);
}
