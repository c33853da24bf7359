import { type RawBuilder, sql } from 'kysely';
import type { CursorKind } from '#platform/http/index.ts';
import type { ItemSort } from '#shared/estate.ts';

type Sql = RawBuilder<unknown>;
type Values = readonly (string | number | null)[];

/** Items that are listed one after another by one index: what has the value that is sorted by, then what has none. */
type Segment = {
  readonly from: Sql;
  readonly only: Sql;
  readonly order: Sql;
  after(values: Values): Sql;
};

/** A sort's segments; `head` is what a row is sorted by before its name and id, null where it has no such value. */
type Sort = { readonly kinds: readonly CursorKind[]; readonly head: Sql; readonly segments: readonly Segment[] };

/** Where an item is out of sight by the next page, its day begins anew rather than that anything is passed over. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const ITEMS = sql`configuration_items i`;
const ALL = sql`true`;
const WARRANTY = sql`w.client_id = i.client_id and w.item_id = i.id and w.attribute = 'warrantyUntil'`;

const byName = (only: Sql): Segment => ({
  ...{ from: ITEMS, only, order: sql`i.name_key, i.id` },
  after: ([, name, id]) => sql`(i.name_key, i.id) > (${name}, ${id}::uuid)`,
});

/** Every order in which items are listed, each served by indexes. */
export const SORTS: Readonly<Record<ItemSort, Sort>> = {
  name: { kinds: ['text', 'text', 'id'], head: sql`''`, segments: [byName(ALL)] },
  class: {
    kinds: ['text', 'text', 'id'],
    head: sql`i.class_key`,
    segments: [
      {
        ...{ from: ITEMS, only: ALL, order: sql`i.class_key, i.name_key, i.id` },
        after: ([key, name, id]) => sql`(i.class_key, i.name_key, i.id) > (${key}, ${name}, ${id}::uuid)`,
      },
    ],
  },
  seen: {
    kinds: ['instant or null', 'text', 'id'],
    head: sql`i.last_seen_at`,
    segments: [
      {
        ...{ from: ITEMS, only: sql`i.last_seen_at is not null`, order: sql`i.last_seen_at desc, i.id desc` },
        after: ([at, , id]) => sql`(i.last_seen_at, i.id) < (${at}::timestamptz, ${id}::uuid)`,
      },
      byName(sql`i.last_seen_at is null`),
    ],
  },
  warranty: {
    kinds: ['day or null', 'text', 'id'],
    head: sql`(select w.on_day from ci_expiries w where ${WARRANTY})`,
    segments: [
      {
        from: sql`ci_expiries w join configuration_items i on ${WARRANTY}`,
        only: sql`w.attribute = 'warrantyUntil'`,
        // As the index has it: thousands of items may end on one day.
        order: sql`w.on_day, w.client_id, w.item_id`,
        after: ([day, , id]) => sql`(w.on_day, w.client_id, w.item_id) > (${day}::date,
          coalesce((select x.client_id from configuration_items x where x.id = ${id}::uuid), ${FIRST}::uuid), ${id}::uuid)`,
      },
      byName(sql`not exists (select from ci_expiries w where ${WARRANTY})`),
    ],
  },
};
