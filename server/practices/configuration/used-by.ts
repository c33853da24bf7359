import { type RawBuilder, sql } from 'kysely';

/**
 * What a contact `k` may be called where they sign in, as rows of one column: the mail address, the part of it before the `@`, the name, and
 * the name with dots. Sources tell who used a device last by one of these, often with a domain: `ACME\ada`. That is a likeness to propose
 * something by, and says nothing of whose the device is.
 */
export const SIGN_IN_NAMES = `(values
  (k.email), (split_part(k.email, '@', 1)), (lower(k.name)), (regexp_replace(lower(k.name), '\\s+', '.', 'g')))`;

/** Whether an item `i` that is not out of use is a person's; or nobody's, and its source says that somebody called so used it last. */
export const isUsedBy = (contactId: string): RawBuilder<unknown> => sql`(i.contact_id = ${contactId}
  or (i.contact_id is null and i.user_key <> '' and i.user_key = any (array(
    select n.name from contacts k cross join lateral ${sql.raw(SIGN_IN_NAMES)} n(name) where k.id = ${contactId}))))
  and i.state not in ('retired', 'disposed') and i.client_id = (select k.client_id from contacts k where k.id = ${contactId})`;
