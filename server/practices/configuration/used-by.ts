import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';

/**
 * Whether an item `i` is a person's; or nobody's, and its source says that somebody of the person's mail address, the part of it before the
 * `@`, or name used it last. Sources tell a sign-in name, often with a domain: `ACME\ada`, `ada@acme.example`, `Ada Adams`. It is a likeness
 * to propose something by, and says nothing of whose the item is.
 */
export async function isUsedBy(ctx: Ctx, contactId: string): Promise<RawBuilder<unknown>> {
  const person = await ctx.tx
    .selectFrom('contacts')
    .select(['client_id', 'name', 'email'])
    .where('id', '=', contactId)
    .executeTakeFirst();
  if (!person) return sql`false`;
  const name = person.name.toLowerCase();
  const names = [person.email, person.email.split('@')[0] ?? '', name, name.split(/\s+/).join('.')].filter(Boolean);
  return sql`(i.client_id = ${person.client_id} and (i.contact_id = ${contactId} or (i.contact_id is null and i.user_key <> ''
    and i.user_key = any (${names}::text[]))))`;
}
