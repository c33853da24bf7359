import { isDeepStrictEqual } from 'node:util';
import { joinOccurrences, type Occurrence, occurrenceKey, occurrenceOf } from '#kernel/alert.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { providerOf } from '#server/business/client/index.ts';
import { type AlertFacts, alertsFor, refoldAlerts } from './alerts.ts';
import { type CleanReading, cleanReading } from './clean.ts';
import { giveUnknown } from './give.ts';
import { findItems } from './items.ts';
import { asKept, type KeptOccurrence, knownOccurrences, putOccurrences, settleOccurrences } from './occurrences.ts';
import type { AlertReading } from './reading.ts';
import type { AlertSource } from './source.ts';

/** Readings per transaction: whoever works on one of their alerts waits that long at most. */
const BATCH = 500;
const LISTENER = systemIdentity('Monitoring');

/**
 * Takes what a monitoring system says of its alerts. The same may come twice and in any order: nothing is written for what is known
 * already. What becomes of new alerts is decided a moment later. Transactions of its own, a batch of readings each.
 */
export const takeAlerts = (services: Services, source: AlertSource, readings: readonly AlertReading[]): Promise<void> =>
  takeAll(services, source, readings, { listed: false });

/** `listed`: they say how things are now, and were said before if they say nothing new. */
async function takeAll(
  services: Services,
  source: AlertSource,
  readings: readonly AlertReading[],
  how: { listed: boolean },
): Promise<void> {
  for (let from = 0; from < readings.length; from += BATCH)
    await withContext(services, LISTENER, (ctx) => takeBatch(ctx, source, readings.slice(from, from + BATCH), how));
}

/**
 * The same for a complete list of what is open at the source: whatever was heard of before `asOf` (when the list was begun; a minute ago
 * unless given) and is not on it is over.
 */
export async function reconcileAlerts(
  services: Services,
  source: AlertSource,
  complete: readonly AlertReading[],
  { asOf = minutesBefore(services.now(), 1), passedOver = [] }: { asOf?: string; passedOver?: readonly string[] } = {},
): Promise<void> {
  const now = services.now();
  await takeAll(
    services,
    source,
    complete.map((reading) => ({ ...reading, saidAt: reading.saidAt ?? now })),
    { listed: true },
  );
  const listed = new Set([...passedOver, ...complete.map((reading) => cleanReading(reading, now).heard.externalId)]);
  const open = await withContext(services, LISTENER, (ctx) => openAt(ctx, source.id, asOf));
  const gone = open.filter(({ externalId }) => !listed.has(externalId));
  await takeAlerts(
    services,
    source,
    gone.map((one) => endOf(one, now)),
  );
  await withContext(services, LISTENER, (ctx) => raiseAgain(ctx, source, complete, minutesBefore(asOf, 10)));
}

const minutesBefore = (at: string, minutes: number) => new Date(Date.parse(at) - minutes * 60_000).toISOString();

const OPEN = `
select o.external_id as "externalId", o.occurrence, o.started_at as "startedAt", a.condition, a.device, a.site
from alert_occurrences o join alerts a on a.client_id = o.client_id and a.id = o.alert_id
where o.connector_id = $1 and o.counts and o.heard_at < $2`;

type Open = {
  externalId: string;
  occurrence: string;
  startedAt: string;
  condition: string;
  device: NonNullable<AlertReading['device']>;
  site: string;
};

const openAt = (ctx: Ctx, connectorId: string, asOf: string) =>
  ctx.hot<Open>('alerts_open_at', OPEN, [connectorId, asOf]);

/** What the source would have said of an end that it did not tell. */
const endOf = ({ externalId, occurrence, startedAt, condition, device, site }: Open, now: string): AlertReading => ({
  ...{ externalId, occurrence, condition, device, site: site || null, startedAt },
  ...{ state: 'resolved', severity: 5, kind: 'exception', title: '', text: '', url: null, endedAt: now },
});

const ENDED_BEFORE = `
select distinct o.external_id as "externalId" from alert_occurrences o
where o.connector_id = $1 and o.external_id = any ($2::text[]) and o.raised and o.updated_at < $3
  and not exists (select from alert_occurrences c where c.connector_id = $1 and c.external_id = o.external_id and c.counts)
  and not exists (select from alert_occurrences c where c.connector_id = $1 and c.external_id = o.external_id and c.updated_at >= $3)`;

/**
 * A source that gives no new name to another time lists as open what we know to be over: where its end is no news, it has begun anew
 * unheard.
 */
async function raiseAgain(
  ctx: Ctx,
  source: AlertSource,
  complete: readonly AlertReading[],
  before: string,
): Promise<void> {
  const asked = complete.map((reading) => cleanReading(reading, ctx.now).heard.externalId);
  const rows = await ctx.hot<{ externalId: string }>('alerts_ended_before', ENDED_BEFORE, [source.id, asked, before]);
  const over = new Set(rows.map(({ externalId }) => externalId));
  const again = complete.filter((_, nth) => over.has(asked[nth] ?? ''));
  for (let from = 0; from < again.length; from += BATCH)
    await takeBatch(
      ctx,
      source,
      again.slice(from, from + BATCH).map((reading) => ({
        ...{ ...reading, saidAt: ctx.now },
        ...{ occurrence: `${reading.occurrence.slice(0, 200)} again ${ctx.now}`, startedAt: ctx.now },
      })),
    );
}

type Joined = { readonly reading: CleanReading; readonly one: Occurrence; readonly before: KeptOccurrence | undefined };

async function takeBatch(
  ctx: Ctx,
  source: AlertSource,
  readings: readonly AlertReading[],
  { listed } = { listed: false },
): Promise<void> {
  await ctx.hot('alerts_take_turns', TAKE_TURNS, [source.id]);
  const changed = await whatIsNew(
    ctx,
    source.id,
    readings.map((reading) => cleanReading(reading, ctx.now)),
    listed,
  );
  if (changed.length === 0) return;
  const unknown = changed.some(({ reading }) => source.clientOf(reading.site) === null);
  const internal = unknown ? await internalClient(ctx) : '';
  const facts = changed.map((joined) => factsOf(source, internal, joined));
  const kept = await alertsFor(ctx, source, facts);
  const rows = changed.map(({ one, before }, nth): KeptOccurrence => {
    const { clientId, alertId } = kept[nth] ?? { clientId: internal, alertId: null };
    return before ? { ...one, id: before.id, clientId, alertId } : asKept(one, clientId, alertId);
  });
  const strays = changed.flatMap(({ before }, nth) =>
    before && before.clientId !== rows[nth]?.clientId ? [before.id] : [],
  );
  await putOccurrences(ctx, source.id, rows, strays);
  const ids = [...new Set(rows.map(({ externalId }) => externalId))];
  const settled = await settleOccurrences(
    ctx,
    source.id,
    ids,
    rows.map(({ id }) => id),
  );
  const raises = countBy(changed.flatMap(({ one, before }, nth) => (one.raised && !before?.raised ? [rows[nth]] : [])));
  const affected = new Set([...rows.flatMap(({ alertId }) => alertId ?? []), ...settled]);
  await tell(ctx, source, await refoldAlerts(ctx, [...affected], raises));
  await giveUnknown(ctx, source, facts, kept);
  await findItems(ctx, [...affected]);
}

/** Two that hear of one source at once take turns, so that none overlooks what the other just kept. */
const TAKE_TURNS = `select pg_advisory_xact_lock(hashtextextended('alerts ' || $1::text, 0))`;

/** The occurrences of which the readings say something that is not known yet, each with the reading that names its alert. */
async function whatIsNew(
  ctx: Ctx,
  connectorId: string,
  readings: readonly CleanReading[],
  listed: boolean,
): Promise<Joined[]> {
  const said = new Map<string, { reading: CleanReading; one: Occurrence }>();
  for (const reading of readings) {
    const one = occurrenceOf(reading.heard);
    const key = occurrenceKey(one);
    const other = said.get(key);
    // What is told of a raise names the device; an end may not.
    const naming = other && (other.one.raised || !one.raised) ? other.reading : reading;
    said.set(key, { reading: naming, one: other ? joinOccurrences(other.one, one) : one });
  }
  const known = await knownOccurrences(
    ctx,
    connectorId,
    [...said.values()].map(({ one }) => one),
  );
  const before = new Map(known.map((one) => [occurrenceKey(one), one]));
  return [...said].flatMap(([key, { reading, one }]): Joined[] => {
    const was = before.get(key);
    if (!was) return [{ reading, one, before: undefined }];
    const { id: _, clientId: __, alertId: ___, ...plain } = was;
    const joined = joinOccurrences(plain, one);
    if (listed && (was.ended || isDeepStrictEqual(withoutTime(joined), withoutTime(plain)))) return [];
    return isDeepStrictEqual(joined, plain) ? [] : [{ reading, one: joined, before: was }];
  });
}

const withoutTime = (one: Occurrence) => ({ ...one, said: { ...one.said, saidAt: null, weight: 0 } });

/** Where an occurrence belongs: with the alert that it had, else with the one of its device and condition. */
function factsOf(source: AlertSource, internal: string, { one, before, reading }: Joined): AlertFacts {
  const place = source.clientOf(reading.site);
  return {
    known: before?.alertId ? { clientId: before.clientId, alertId: before.alertId } : null,
    raised: one.raised,
    clientId: place?.clientId ?? internal,
    clientKnown: place !== null,
    siteId: place?.siteId ?? null,
    site: reading.site ?? '',
    siteName: reading.site === null ? '' : (source.siteName?.(reading.site) ?? ''),
    key: reading.key,
    device: reading.device,
    condition: reading.heard.condition,
    said: one.said,
    startedAt: one.startedAt,
  };
}

async function internalClient(ctx: Ctx): Promise<string> {
  const found = await providerOf(ctx);
  if (found === null) throw new Error('There is no client of the provider itself');
  return found;
}

function countBy(raised: readonly (KeptOccurrence | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of raised) if (one?.alertId) counts.set(one.alertId, (counts.get(one.alertId) ?? 0) + 1);
  return counts;
}

/** One event for each client of which something was heard. */
async function tell(
  ctx: Ctx,
  source: AlertSource,
  heard: ReadonlyMap<string, { raised: number; cleared: number }>,
): Promise<void> {
  for (const [clientId, counts] of heard)
    await appendEvent(ctx, {
      clientId,
      subjectType: 'connector',
      subjectId: source.id,
      type: 'alert.heard',
      data: { text: source.name, ...counts },
    });
}
