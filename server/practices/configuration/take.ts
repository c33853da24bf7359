import { type Identifier, normalIdentifiers } from '#kernel/estate/identifiers.ts';
import { type Candidate, identify } from '#kernel/estate/identify.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { SourceKind } from '#shared/estate-words.ts';
import { loadClasses } from './classes.ts';
import { type CleanReading, cleanReading, isWhole } from './clean.ts';
import { proposeDuplicates } from './duplicates.ts';
import { holdItems } from './hold.ts';
import type { DeviceReading } from './reading.ts';
import { IDENTIFICATION } from './settings.ts';
import { writeReadings } from './write-readings.ts';

/** Whence readings come. */
export type Source = { readonly kind: SourceKind; readonly id: string; readonly name: string };
export type Taken = { readonly created: number; readonly changed: number; readonly unchanged: number };

type Known = {
  id: string;
  client_id: string;
  item_id: string;
  external_id: string;
  digest: string;
  gone_at: string | null;
  site_id: string | null;
};

const KNOWN = `
select id, client_id, item_id, external_id, digest, gone_at, site_id from ci_sources
where source_id = $1 and external_id = any ($2::text[]) and (client_id = $3 or gone_at is null)`;
const SHARING = `
select i.item_id as "itemId", jsonb_agg(distinct jsonb_build_object('kind', o.kind, 'value', o.value)) as identifiers,
  (select array_agg(s.external_id) from ci_sources s where s.client_id = $1 and s.item_id = i.item_id and s.source_id = $3) as "listedAs"
from (select distinct x.item_id from ci_identifiers x join jsonb_to_recordset($2::jsonb) as r (kind text, value text)
        on x.client_id = $1 and x.kind = r.kind and x.value = r.value) i
join configuration_items c on c.client_id = $1 and c.id = i.item_id and c.merged_into is null
join ci_identifiers o on o.client_id = $1 and o.item_id = i.item_id
group by i.item_id, c.created_at order by c.created_at, i.item_id`;

/**
 * Takes what one source says of devices of one client: each is known again or made, within this client alone, and what changed is written
 * with one event each. The same again writes nothing but, now and then, that it was seen. A device that the source listed under another
 * client ends there, with its history, and begins here. At most a few hundred readings at once; the caller's transaction holds them
 * together. What a reading holds too much of is cut; one without an id is passed over and counted nowhere.
 */
export async function takeReadings(
  ctx: Ctx,
  { clientId, siteId, source }: { clientId: string; siteId: string | null; source: Source },
  given: readonly DeviceReading[],
): Promise<Taken> {
  // Of one device twice in a batch the later holds.
  const readings = new Map(
    given
      .map(cleanReading)
      .filter((one) => one !== null)
      .map((one) => [one.externalId, one]),
  );
  if (readings.size === 0) return { created: 0, changed: 0, unchanged: 0 };
  // Two sources that find the same new device at once would make it twice.
  await ctx.hot('estate_lock', `select pg_advisory_xact_lock(hashtextextended('estate ' || $1::text, 0))`, [clientId]);
  const known = await ctx.hot<Known>('ci_known', KNOWN, [source.id, [...readings.keys()], clientId]);
  await moveAway(
    ctx,
    known.filter((row) => row.client_id !== clientId),
    source,
  );
  const here = new Map(known.filter((row) => row.client_id === clientId).map((row) => [row.external_id, row]));
  const changed = [...readings.values()].filter((reading) => {
    const row = here.get(reading.externalId);
    if (!row) return true;
    return !row.digest.split(';').includes(reading.digest) || row.gone_at !== null || row.site_id !== siteId;
  });
  const news = new Set(changed);
  await seenAgain(
    ctx,
    clientId,
    source,
    [...readings.values()].filter((one) => !news.has(one)),
  );
  if (changed.length === 0) return { created: 0, changed: 0, unchanged: readings.size };

  const place = { clientId, siteId, source };
  const found = await identified(ctx, place, changed, here);
  await createItems(
    ctx,
    place,
    found.filter((one) => one.fresh),
  );
  const told = await writeReadings(ctx, place, found);
  await proposeDuplicates(
    ctx,
    clientId,
    found.flatMap(({ itemId, alike }) => alike.map((one) => ({ itemId, alikeId: one.itemId, why: one.why }))),
  );
  const fresh = new Set(found.filter((one) => one.fresh).map((one) => one.itemId));
  await holdItems(
    ctx,
    clientId,
    found.map((one) => one.itemId),
    source.name,
    fresh,
  );
  const altered = found.filter((one) => !one.fresh && (isWhole(one.reading) || told.has(one.sourceRef)));
  return {
    created: fresh.size,
    changed: altered.length,
    unchanged: readings.size - fresh.size - altered.length,
  };
}

type Place = { clientId: string; siteId: string | null; source: Source };
export type Found = {
  reading: CleanReading;
  identifiers: readonly Identifier[];
  sourceRef: string;
  itemId: string;
  matchedBy: string;
  /** The item is made by this reading. */
  fresh: boolean;
  alike: readonly { readonly itemId: string; readonly why: readonly Identifier[] }[];
};

/** Says of each reading which item it is of. Readings of one batch know each other: the second of two alike finds the first. */
async function identified(
  ctx: Ctx,
  { clientId, source }: Place,
  readings: readonly CleanReading[],
  here: ReadonlyMap<string, Known>,
): Promise<Found[]> {
  const { rules, excluded } = (await resolveSetting(ctx, IDENTIFICATION, null)).value;
  const normal = new Map(readings.map((one) => [one, normalIdentifiers(one.identifiers, excluded)]));
  const rows = await ctx.hot<{ itemId: string; identifiers: Identifier[]; listedAs: string[] | null }>(
    'ci_sharing',
    SHARING,
    [clientId, JSON.stringify([...normal.values()].flat()), source.id],
  );
  const candidates: { itemId: string; identifiers: Identifier[]; listedAs: string[] }[] = rows.map((row) => ({
    ...row,
    listedAs: row.listedAs ?? [],
  }));
  return readings.map((reading) => {
    const identifiers = normal.get(reading) ?? [];
    const row = here.get(reading.externalId);
    if (row)
      return { reading, identifiers, sourceRef: row.id, itemId: row.item_id, matchedBy: '', fresh: false, alike: [] };
    const { itemId, by, alike } = identify(
      identifiers,
      candidates.map(
        (one): Candidate => ({ ...one, sameSource: one.listedAs.some((id) => id !== reading.externalId) }),
      ),
      source.kind,
      rules,
    );
    const made = itemId ?? newId();
    const candidate = candidates.find((one) => one.itemId === made);
    if (candidate) {
      candidate.identifiers.push(...identifiers);
      candidate.listedAs.push(reading.externalId);
    } else candidates.push({ itemId: made, identifiers: [...identifiers], listedAs: [reading.externalId] });
    return { reading, identifiers, sourceRef: newId(), itemId: made, matchedBy: by, fresh: itemId === null, alike };
  });
}

const CREATE = `
insert into configuration_items (client_id, id, class_key, name, state, site_id, created_at, updated_at)
select $1, n.id, n.class_key, n.name, 'deployed', $3, $4, $4 from jsonb_to_recordset($2::jsonb) as n (id uuid, class_key text, name text)`;

async function createItems(ctx: Ctx, { clientId, siteId, source }: Place, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  const classes = await loadClasses(ctx);
  const rows = found.map(({ itemId, reading }) => ({
    id: itemId,
    name: reading.name,
    class_key: reading.classKey && classes.has(reading.classKey) ? reading.classKey : 'hardware',
  }));
  await ctx.hot('ci_create', CREATE, [clientId, JSON.stringify(rows), siteId, ctx.now]);
  for (const row of rows)
    await appendEvent(ctx, {
      clientId,
      subjectType: 'item',
      subjectId: row.id,
      type: 'item.created',
      data: { name: row.name, classKey: row.class_key, source: source.name },
    });
}

const STILL_HERE = `
select id, client_id, item_id, external_id, digest, gone_at, site_id from ci_sources
where source_id = $1 and gone_at is null and ($2::text[] is null or external_id = any ($2))`;

/** A source lists these devices, or all of its, at a place that is nobody's now: they are no longer of the clients they were at. */
export async function takeAway(ctx: Ctx, source: Source, externalIds: readonly string[] | null): Promise<void> {
  await moveAway(ctx, await ctx.hot<Known>('ci_still_here', STILL_HERE, [source.id, externalIds]), source, 'nobody');
}

const AWAY = `update ci_sources set gone_at = $3 where client_id = $1 and id = any ($2::uuid[])`;

/** The source lists a device under another client now, or under nobody: what was known of it stays with the client it was at, out of use. */
async function moveAway(
  ctx: Ctx,
  rows: readonly Known[],
  source: Source,
  to: 'client' | 'nobody' = 'client',
): Promise<void> {
  for (const [clientId, gone] of Map.groupBy(rows, (row) => row.client_id)) {
    await ctx.hot('ci_moved_away', AWAY, [clientId, gone.map(({ id }) => id), ctx.now]);
    const itemIds = gone.map((row) => row.item_id);
    for (const subjectId of itemIds)
      await appendEvent(ctx, {
        clientId,
        subjectType: 'item',
        subjectId,
        type: 'item.moved_away',
        data: { source: source.name, to },
      });
    await holdItems(ctx, clientId, itemIds, source.name, new Set(), new Map(), new Set(itemIds));
  }
}

/** How far the time at which a device was seen may lag behind: an unchanged device is not written at each look. */
const LAG = `interval '15 minutes'`;
const SEEN = `
with told as (
  select * from jsonb_to_recordset($3::jsonb) as r (external_id text, last_seen_at timestamptz, online boolean)
), moved as (
  update ci_sources s set last_seen_at = coalesce(t.last_seen_at, s.last_seen_at), online = t.online, seen_at = $4
  from told t where s.client_id = $1 and s.source_id = $2 and s.external_id = t.external_id
    and (s.online is distinct from t.online or t.last_seen_at > s.last_seen_at + ${LAG} or (s.last_seen_at is null and t.last_seen_at is not null))
  returning s.item_id
)
update configuration_items i set
  online = (select bool_or(coalesce(t.online, s.online)) from ci_sources s left join told t on s.source_id = $2 and t.external_id = s.external_id
    where s.client_id = $1 and s.item_id = i.id and s.gone_at is null and s.source_kind <> 'person'),
  last_seen_at = (select max(greatest(s.last_seen_at, case when s.source_id = $2 then t.last_seen_at end)) from ci_sources s
    left join told t on t.external_id = s.external_id where s.client_id = $1 and s.item_id = i.id)
where i.client_id = $1 and i.id in (select item_id from moved) and i.state <> 'missing'`;
const MISSED = `
select i.id from ci_sources s join configuration_items i on i.client_id = s.client_id and i.id = s.item_id
where s.client_id = $1 and s.source_id = $2 and s.external_id = any ($3::text[]) and i.state = 'missing'`;

/** When and whether devices were seen is no change of them, and no event; but for those that are missed. */
async function seenAgain(ctx: Ctx, clientId: string, source: Source, readings: readonly CleanReading[]): Promise<void> {
  if (readings.length === 0) return;
  await ctx.hot('ci_seen_again', SEEN, [
    clientId,
    source.id,
    JSON.stringify(
      readings.map((one) => ({ external_id: one.externalId, last_seen_at: one.lastSeenAt, online: one.online })),
    ),
    ctx.now,
  ]);
  const missed = await ctx.hot<{ id: string }>('ci_missed', MISSED, [
    clientId,
    source.id,
    readings.map(({ externalId }) => externalId),
  ]);
  await holdItems(
    ctx,
    clientId,
    missed.map(({ id }) => id),
    source.name,
  );
}
