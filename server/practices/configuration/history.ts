import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { ItemHistory } from '#shared/estate.ts';
import type { Static } from '#shared/http.ts';
import { type Classes, loadClasses } from './classes.ts';
import { findItem } from './rows.ts';

type Change = Static<typeof ItemHistory>['items'][number];
type EventRow = {
  id: string;
  at: string;
  type: string;
  by: string;
  data: {
    changes?: Record<string, [Change['changes'][number]['before'], Change['changes'][number]['after']]>;
    source?: string;
    why?: string;
    [more: string]: unknown;
  };
};

/** Fields of an item that are no attributes of its class, in words. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: 'Name',
  class_key: 'Class',
  state: 'State',
  site_id: 'Site',
  contact_id: 'Whose it is',
  service_id: 'Service',
  asset_tag: 'Asset tag',
  last_user: 'Last user',
};

const WORDS: Readonly<Record<string, (data: EventRow['data']) => string>> = {
  'item.created': ({ source }) => (source ? `Found by ${source}` : 'Added'),
  'item.changed': ({ why }) => why ?? 'Changed',
  'item.gone': ({ source }) => `${source} does not list it any more`,
  'item.moved_away': ({ source, to }) =>
    to === 'nobody'
      ? `${source} lists it at a place that is no client’s now; its history stays here`
      : `${source} lists it under another client now; its history stays here`,
  'item.joined': ({ other }) => `Joined with ${other}`,
  'item.separated': ({ other }) => `Separated from ${other} again`,
  'item.told_apart': ({ other }) => `Found to be another than ${other}`,
  'item.related': ({ words, to, from }) => `${from} ${words} ${to}`,
  'item.unrelated': ({ words, to, from }) => `${from} ${words} ${to} no more`,
};

/** What happened to an item, the latest first; with `attribute` only what changed that. */
export async function historyOf(ctx: Ctx, id: string, query: { limit?: number; cursor?: string; attribute?: string }) {
  const item = await findItem(ctx, id);
  const classes = await loadClasses(ctx);
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const { attribute } = query;
  const conditions = [
    sql`subject_id = ${item.id}`,
    sql`client_id = ${item.client_id}`,
    ...(attribute ? [sql`(data -> 'changes' ? ${attribute} or data -> 'changes' ? ${`attributes.${attribute}`})`] : []),
    ...(cursor ? [sql`(at, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
  ];
  const { rows } = await sql<EventRow>`select id, at, type, actor_name as by, data from events
    where ${sql.join(conditions, sql` and `)} order by at desc, id desc limit ${limit + 1}`.execute(ctx.tx);
  const page = pageOf(rows, limit, (row) => [row.at, row.id]);
  return { ...page, items: page.items.map((row) => told(row, item.class_key, classes)) };
}

/** What a source said that the item’s own class has no attribute for. */
const nameBeyond = (key: string, classes: Classes) => classes.attribute(key)?.name ?? key;

function told({ id, at, type, by, data }: EventRow, classKey: string, classes: Classes): Change {
  const names = new Map(classes.attributesOf(classKey).map((one) => [`attributes.${one.key}`, one.name]));
  return {
    id,
    at,
    type,
    by,
    source: data.source || null,
    words: (WORDS[type] ?? (() => type))(data),
    why: data.why ?? null,
    changes: Object.entries(data.changes ?? {}).map(([attribute, [before, after]]) => ({
      attribute,
      name: names.get(attribute) ?? FIELD_NAMES[attribute] ?? nameBeyond(attribute.replace('attributes.', ''), classes),
      before: before ?? null,
      after: after ?? null,
    })),
  };
}
