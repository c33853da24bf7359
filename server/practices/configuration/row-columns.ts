import { sql } from 'kysely';
import type { EstateItemRow } from '#shared/estate.ts';
import type { Classes } from './classes.ts';

/** Sources may say what is no day. */
const DAY = '^\\d{4}-\\d\\d-\\d\\d$';

/** What is said of an item `i` in a list; the name of its class is put in by `rowOf`. */
export const ROW = sql`i.id, json_build_object('id', c.id, 'name', c.name) as client, i.name, i.class_key as "classKey", i.state,
  i.asset_tag as "assetTag", case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as site,
  case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as contact,
  i.online, i.last_seen_at as "lastSeenAt", i.last_user as "lastUser", i.in_maintenance as "inMaintenance",
  coalesce(i.attributes ->> 'manufacturer', '') as manufacturer, coalesce(i.attributes ->> 'model', '') as model,
  coalesce(i.attributes ->> 'serial', '') as serial,
  i.warranty_day as "warrantyUntil",
  case when i.attributes ->> 'purchasedOn' ~ ${DAY} then i.attributes ->> 'purchasedOn' end as "purchasedOn"`;

/** What `ROW` reads from, besides the item. */
export const BESIDE = sql`join clients c on c.id = i.client_id
  left join sites s on s.client_id = i.client_id and s.id = i.site_id
  left join contacts k on k.client_id = i.client_id and k.id = i.contact_id`;

export const rowOf = <R extends Omit<EstateItemRow, 'className'>>(row: R, classes: Classes): R & EstateItemRow => ({
  ...row,
  className: classes.nameOf(row.classKey),
});
