import type { Ctx } from '#platform/context/index.ts';
import { createItem, findItemByName, linkItemToTicket } from '#server/practices/configuration/index.ts';
import type { CreateEstateItem } from '#shared/estate.ts';
import { CONTACTS } from '../world/contacts.ts';
import { classOf, computerOf } from '../world/estate.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const BUNDLE = 'estate';
const DAY = 86_400_000;
/** How long ago what there is was written down. */
const SINCE_DAYS = 90;

/** The item of that name at a client; made where there is none. Returns its id. */
export async function itemNamed(ctx: Ctx, item: CreateEstateItem): Promise<string> {
  return (await findItemByName(ctx, item.clientId, item.name))?.id ?? createItem(ctx, item);
}

/** The devices that incidents speak of, each on those that do; once. */
export async function writeEstate(ctx: Ctx, refs: References, endsAt: string, codes: readonly string[]): Promise<void> {
  const there = await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', BUNDLE).executeTakeFirst();
  if (there) return;
  for (const code of codes) await writeDevices(ctx, refs, endsAt, code);
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
}

async function writeDevices(ctx: Ctx, refs: References, endsAt: string, code: string): Promise<void> {
  const clientId = refs.client(code);
  const since = new Date(Date.parse(endsAt) - SINCE_DAYS * DAY).toISOString();
  const tickets = await ctx.tx
    .selectFrom('tickets')
    .select(['id', 'title', 'description', 'created_at'])
    .where('client_id', '=', clientId)
    .where('kind', '=', 'incident')
    .where('merged_into_id', 'is', null)
    .orderBy('created_at')
    .orderBy('key')
    .execute();
  const owners = new Map((CONTACTS.get(code) ?? []).map(({ email }, index) => [computerOf(code, index), email]));
  const items = new Map<string, string>();
  for (const { id, title, description, created_at: at } of tickets) {
    const named = new Set(`${title} ${description}`.match(new RegExp(`\\b${code}-[A-Z]{2,3}\\d{2,3}\\b`, 'g')));
    for (const name of named) {
      const email = owners.get(name);
      const item = { clientId, name, classKey: classOf(name), contactId: email ? refs.contact(code, email).id : null };
      const itemId = items.get(name) ?? (await itemNamed(as(ctx, { kind: 'staff', key: 'hamish' }, since, refs), item));
      items.set(name, itemId);
      await linkItemToTicket(as(ctx, { kind: 'staff', key: 'dana' }, at, refs), id, itemId);
    }
  }
}
