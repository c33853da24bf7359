import { isDay } from '#kernel/day.ts';
import { effectiveValues, type Precedence, type Said } from '#kernel/estate/effective.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent, type Changes } from '#platform/events/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { SourceKind } from '#shared/estate-words.ts';
import { type Classes, loadClasses } from './classes.ts';
import { PRECEDENCE } from './settings.ts';

export type SourceRow = {
  id: string;
  item_id: string;
  source_kind: SourceKind;
  source_id: string | null;
  source_name: string;
  name: string;
  class_key: string | null;
  site_id: string | null;
  attributes: Record<string, string | number | boolean | null>;
  last_user: string | null;
  online: boolean | null;
  last_seen_at: string | null;
  in_maintenance: boolean;
  seen_at: string;
  gone_at: string | null;
};
type HeldRow = {
  id: string;
  name: string;
  class_key: string;
  state: string;
  state_by: string;
  site_id: string | null;
  attributes: Record<string, unknown>;
  last_user: string;
  online: boolean | null;
  last_seen_at: string | null;
  in_maintenance: boolean;
};

/** What a source says besides attributes, weighed in the same way. No attribute of a class begins so. */
const [NAME, CLASS, SITE, USER] = ['$name', '$class', '$site', '$user'] as const;

export const asSaid = (row: SourceRow, classes: Classes): Said => ({
  kind: row.source_kind,
  name: row.source_name,
  gone: row.gone_at !== null,
  seenAt: row.seen_at,
  values: {
    ...row.attributes,
    [NAME]: row.name,
    [CLASS]: row.class_key && classes.has(row.class_key) ? row.class_key : null,
    [SITE]: row.site_id,
    [USER]: row.last_user,
  },
});

const SOURCES = `
select id, item_id, source_kind, source_id, source_name, name, class_key, site_id, attributes, last_user, online, last_seen_at, in_maintenance, seen_at, gone_at
from ci_sources where client_id = $1 and item_id = any ($2::uuid[])`;
const ITEMS = `
select id, name, class_key, state, state_by, site_id, attributes, last_user, online, last_seen_at, in_maintenance
from configuration_items where client_id = $1 and id = any ($2::uuid[]) order by id for no key update`;
const WRITE = `
update configuration_items i set name = n.name, class_key = n.class_key, state = n.state, state_by = n.state_by, site_id = n.site_id, attributes = n.attributes,
  last_user = n.last_user, online = n.online, last_seen_at = n.last_seen_at, in_maintenance = n.in_maintenance,
  version = i.version + n.counted, updated_at = case n.counted when 1 then $3 else i.updated_at end
from jsonb_to_recordset($2::jsonb) as n (id uuid, name text, class_key text, state text, state_by text, site_id uuid, attributes jsonb, last_user text,
  online boolean, last_seen_at timestamptz, in_maintenance boolean, counted int)
where i.client_id = $1 and i.id = n.id`;

/** The sources of some items of a client. */
export const sourcesOf = (ctx: Ctx, clientId: string, itemIds: readonly string[]) =>
  ctx.hot<SourceRow>('ci_sources_of_items', SOURCES, [clientId, itemIds]);

/**
 * Works out anew what holds of some items of one client, from all that their sources say; writes what differs, keeps the days on which
 * something ends in step, and tells one event per item that changed, naming `by`. `fresh` are items made in this command, of which that
 * was told; `left` are those that a source has taken to another client. Returns how many changed.
 */
export async function holdItems(
  ctx: Ctx,
  clientId: string,
  itemIds: readonly string[],
  by: string,
  fresh: ReadonlySet<string> = new Set(),
  beside: ReadonlyMap<string, Changes> = new Map(),
  left: ReadonlySet<string> = new Set(),
): Promise<number> {
  const ids = [...new Set(itemIds)];
  if (ids.length === 0) return 0;
  const [classes, { value: precedence }] = [await loadClasses(ctx), await resolveSetting(ctx, PRECEDENCE, null)];
  const items = await ctx.hot<HeldRow>('ci_items_to_hold', ITEMS, [clientId, ids]);
  const sources = Map.groupBy(await sourcesOf(ctx, clientId, ids), (row) => row.item_id);
  const written: object[] = [];
  const told: { id: string; changes: Changes; why?: string }[] = [];
  for (const item of items) {
    const held = heldOf(item, sources.get(item.id) ?? [], classes, precedence as Precedence, left.has(item.id));
    const changes = { ...changesOf(item, held), ...beside.get(item.id) };
    const counted = Object.keys(changes).length > 0;
    if (counted || statusDiffers(item, held)) written.push({ id: item.id, ...held, counted: counted ? 1 : 0 });
    if (counted && !fresh.has(item.id)) told.push({ id: item.id, changes, ...whyOf(item, held) });
  }
  if (written.length > 0) {
    await ctx.hot('ci_items_held', WRITE, [clientId, JSON.stringify(written), ctx.now]);
    await keepEnds(
      ctx,
      clientId,
      written as { id: string; class_key: string; attributes: Record<string, unknown> }[],
      classes,
    );
  }
  for (const { id, changes, why } of told)
    await appendEvent(ctx, {
      clientId,
      subjectType: 'item',
      subjectId: id,
      type: 'item.changed',
      data: { changes, source: by, ...(why === undefined ? {} : { why }) },
    });
  return told.length;
}

function heldOf(item: HeldRow, rows: readonly SourceRow[], classes: Classes, precedence: Precedence, left: boolean) {
  const {
    [NAME]: name,
    [CLASS]: classKey,
    [SITE]: site,
    [USER]: user,
    ...attributes
  } = effectiveValues(
    rows.map((row) => asSaid(row, classes)),
    precedence,
  );
  const present = rows.filter((row) => row.gone_at === null && row.source_kind !== 'person');
  const online = present.map((row) => row.online).filter((one) => one !== null);
  const seen = rows
    .map((row) => row.last_seen_at)
    .filter((one) => one !== null)
    .sort();
  return {
    name: typeof name === 'string' ? name : item.name,
    class_key: typeof classKey === 'string' ? classKey : item.class_key,
    ...stateOf(item, {
      speaksAgain: online.includes(true) && item.online !== true,
      listed: present.length > 0,
      readOnce: rows.some((row) => row.source_kind !== 'person'),
      left,
    }),
    site_id: typeof site === 'string' ? site : null,
    attributes,
    last_user: typeof user === 'string' ? user : '',
    online: online.length === 0 ? null : online.includes(true),
    last_seen_at: seen.at(-1) ?? item.last_seen_at,
    in_maintenance: present.some((row) => row.in_maintenance),
  };
}

type Seen = {
  /** It was silent, and is heard now. */
  readonly speaksAgain: boolean;
  /** A source lists it. */
  readonly listed: boolean;
  /** A source lists it, or did. */
  readonly readOnce: boolean;
  readonly left: boolean;
};

/** What follows for an item's state from how it is seen: what a person set is changed in one case alone. */
function stateOf(
  { state, state_by }: HeldRow,
  { speaksAgain, listed, readOnce, left }: Seen,
): { state: string; state_by: string } {
  // Whatever was missed and speaks again is found; what is missed while it still speaks may be stolen.
  if (state === 'missing' && speaksAgain) return { state: 'deployed', state_by: 'source' };
  if (left && !listed && state === 'deployed' && state_by === 'source') return { state: 'retired', state_by: 'move' };
  if ((listed || !readOnce) && state_by === 'move') return { state: 'deployed', state_by: 'source' };
  return { state, state_by };
}

/** Why the program set a state, for its history. */
function whyOf(item: HeldRow, held: Held): { why?: string } {
  if (item.state_by === held.state_by || item.state === held.state) return {};
  if (held.state_by === 'move')
    return { why: 'Retired: it is not this client’s any more, and nothing else lists it here' };
  return item.state_by === 'move' ? { why: 'In use again: it is listed here again' } : {};
}

type Held = ReturnType<typeof heldOf>;

/** What counts as a change of the item; that it was seen, or is on, does not. */
function changesOf(item: HeldRow, held: Held): Changes {
  const plain = (['name', 'class_key', 'state', 'site_id', 'last_user'] as const)
    .filter((key) => item[key] !== held[key])
    .map((key) => [key, [item[key], held[key]]] as const);
  const keys = new Set([...Object.keys(item.attributes), ...Object.keys(held.attributes)]);
  const valued = [...keys]
    .filter((key) => item.attributes[key] !== held.attributes[key])
    .map((key) => [`attributes.${key}`, [item.attributes[key] ?? null, held.attributes[key] ?? null]] as const);
  return Object.fromEntries([...plain, ...valued]) as Changes;
}

const statusDiffers = (item: HeldRow, held: Held) =>
  item.online !== held.online || item.last_seen_at !== held.last_seen_at || item.in_maintenance !== held.in_maintenance;

const KEEP_ENDS = `
with ends as (
  select * from jsonb_to_recordset($3::jsonb) as e (item_id uuid, attribute text, on_day date, remind_days int)
), gone as (
  delete from ci_expiries x where x.client_id = $1 and x.item_id = any ($2::uuid[])
    and not exists (select from ends e where e.item_id = x.item_id and e.attribute = x.attribute)
)
insert into ci_expiries (client_id, item_id, attribute, on_day, remind_days) select $1, item_id, attribute, on_day, remind_days from ends
on conflict (client_id, item_id, attribute) do update set on_day = excluded.on_day, remind_days = excluded.remind_days,
  told_at = null, ticket_id = null
  where (ci_expiries.on_day, ci_expiries.remind_days) is distinct from (excluded.on_day, excluded.remind_days)`;

/** The days on which something of these items ends follow their attributes. */
async function keepEnds(
  ctx: Ctx,
  clientId: string,
  items: readonly { id: string; class_key: string; attributes: Record<string, unknown> }[],
  classes: Classes,
): Promise<void> {
  const ends = items.flatMap(({ id, class_key, attributes }) =>
    classes
      .attributesOf(class_key)
      .filter(({ ends, key }) => ends && typeof attributes[key] === 'string' && isDay(attributes[key]))
      .map(({ key, remindDays }) => ({
        item_id: id,
        attribute: key,
        on_day: attributes[key],
        remind_days: remindDays ?? null,
      })),
  );
  await ctx.hot('ci_keep_ends', KEEP_ENDS, [clientId, items.map(({ id }) => id), JSON.stringify(ends)]);
}
