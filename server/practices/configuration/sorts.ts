import { type RawBuilder, sql } from 'kysely';
import type { CursorKind } from '#platform/http/index.ts';
import type { ItemSort } from '#shared/estate.ts';

type Sql = RawBuilder<unknown>;
type Values = readonly (string | number | null)[];

/** Items that are listed one after another by one index: what has the value that is sorted by, then what has none. */
type Segment = {
  readonly only: Sql;
  readonly order: Sql;
  after(values: Values): Sql;
};

/** A sort's segments; `head` is what a row is sorted by before its name and id, null where it has no such value. */
type Sort = { readonly kinds: readonly CursorKind[]; readonly head: Sql; readonly segments: readonly Segment[] };

const ALL = sql`true`;

const byName = (only: Sql): Segment => ({
  ...{ only, order: sql`i.name_key, i.id` },
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
        ...{ only: ALL, order: sql`i.class_key, i.name_key, i.id` },
        after: ([key, name, id]) => sql`(i.class_key, i.name_key, i.id) > (${key}, ${name}, ${id}::uuid)`,
      },
    ],
  },
  seen: {
    kinds: ['instant or null', 'text', 'id'],
    head: sql`i.last_seen_at`,
    segments: [
      {
        ...{ only: sql`i.last_seen_at is not null`, order: sql`i.last_seen_at desc, i.id desc` },
        after: ([at, , id]) => sql`(i.last_seen_at, i.id) < (${at}::timestamptz, ${id}::uuid)`,
      },
      byName(sql`i.last_seen_at is null`),
    ],
  },
  warranty: {
    kinds: ['text or null', 'text', 'id'],
    head: sql`i.warranty_day`,
    segments: [
      {
        ...{ only: sql`i.warranty_day is not null`, order: sql`i.warranty_day, i.id` },
        after: ([day, , id]) => sql`(i.warranty_day, i.id) > (${day}, ${id}::uuid)`,
      },
      byName(sql`i.warranty_day is null`),
    ],
  },
};
