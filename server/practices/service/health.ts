import type { OutageSpan } from '#kernel/availability.ts';
import { HEALTH_DAYS, type HealthFacts, healthOf, POOR_FROM, WATCH_FROM } from '#kernel/service-health.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { HealthQuery, ServiceHealth } from '#shared/service.ts';
import { alertsBehind } from './alerts-behind.ts';
import { percentSince, readHoursOf } from './availability.ts';
import { FACTS, type FactRow } from './health-facts.ts';
import { listTerms, pairOf, type Terms } from './terms.ts';

const DAY_MS = 86_400_000;

type Known = { facts: HealthFacts; spans: OutageSpan[] };
type Which = { clientId?: string | undefined; serviceId?: string | undefined };

const NOTHING: HealthFacts = {
  ...{ running: [], incidents: [], availability: null },
  ...{ majors: { open: 0, over: 0 }, changes: { failed: 0, causing: 0 }, alerts: { severe: 0, other: 0 } },
  alertsBehind: { severe: 0, other: 0 },
};

/** How services of clients do that are in sight, each with its reasons, in their order; `all` are those of `which`. */
export async function healthOfAll(ctx: Ctx, which: Which, all: readonly Terms[]): Promise<ServiceHealth[]> {
  const [known, behind] = [await knownOf(ctx, which), await alertsBehind(ctx, which)];
  await readHoursOf(
    ctx,
    all.filter(({ client, service }) => known.get(pairOf(client, service))?.spans.length),
  );
  const views: ServiceHealth[] = [];
  for (const terms of all) {
    const pair = pairOf(terms.client, terms.service);
    views.push(await healthFor(ctx, terms, known.get(pair), behind.get(pair)));
  }
  return views;
}

async function healthFor(
  ctx: Ctx,
  terms: Terms,
  known: Known | undefined,
  alerts: HealthFacts['alertsBehind'] = NOTHING.alertsBehind,
): Promise<ServiceHealth> {
  const percent = await percentSince(ctx, terms, Date.parse(ctx.now) - HEALTH_DAYS * DAY_MS, known?.spans ?? []);
  const availability = percent !== null && terms.target !== null ? { percent, target: terms.target } : null;
  const found = healthOf({ ...(known?.facts ?? NOTHING), availability, alertsBehind: alerts });
  return {
    id: pairOf(terms.client, terms.service),
    client: { id: terms.client, name: terms.clientName },
    service: { id: terms.service, name: terms.serviceName },
    ...{ level: found.level, points: found.points, reasons: [...found.reasons] },
    ...{ availability: percent, target: terms.target },
    isDown: known?.facts.running.some(({ planned }) => !planned) ?? false,
  };
}

/** What is known, by client and service; who is not in it has nothing against it. */
async function knownOf(ctx: Ctx, { clientId, serviceId }: Which): Promise<Map<string, Known>> {
  const since = new Date(Date.parse(ctx.now) - HEALTH_DAYS * DAY_MS).toISOString();
  const clients = ctx.scope.allClients ? null : ctx.scope.clientIds;
  const rows = await ctx.hot<FactRow>('service_health_facts', FACTS, [
    ...[clients, clientId ?? null, serviceId ?? null],
    ...[ctx.now, since],
  ]);
  const groups = Map.groupBy(rows, ({ client, service }) => pairOf(client, service));
  return new Map([...groups].map(([key, facts]) => [key, gather(facts)]));
}

function gather(rows: readonly FactRow[]): Known {
  const sum = (what: FactRow['what']) =>
    rows.filter((row) => row.what === what).reduce((all, row) => all + row.count, 0);
  const outages = rows.flatMap(({ outage }) => outage ?? []);
  return {
    spans: outages.map(({ id, beganAt, endedAt, planned, share }) => ({
      ...{ id, planned, share, from: Date.parse(beganAt) },
      to: endedAt === null ? null : Date.parse(endedAt),
    })),
    facts: {
      ...NOTHING,
      running: outages.filter(({ lasts }) => lasts).sort((a, b) => b.share - a.share),
      incidents: rows
        .filter(({ what }) => what === 'incident')
        .map(({ priority, count }) => ({ priority: priority as number, count })),
      majors: { open: sum('major open'), over: sum('major over') },
      changes: { failed: sum('change failed'), causing: sum('change causing') },
      alerts: { severe: sum('alert severe'), other: sum('alert other') },
    },
  };
}

const LEVELS = ['poor', 'watch', 'good'] as const;

/** A page of them, whoever does worst first. */
export async function listHealth(ctx: Ctx, { level, limit = 50, cursor, ...which }: HealthQuery) {
  const after = decodeCursor(cursor, ['number', 'id', 'id']);
  const placeOf = ({ points, service, client }: ServiceHealth) => [-points, service.id, client.id] as const;
  const all = (await healthOfAll(ctx, which, await listTerms(ctx, which)))
    .filter((one) => !level?.length || level.includes(one.level))
    .sort((a, b) => compare(placeOf(a), placeOf(b)));
  const rest = after ? all.filter((one) => compare(placeOf(one), after as [number, string, string]) > 0) : all;
  return {
    ...pageOf(rest.slice(0, limit + 1), limit, placeOf),
    ...{ days: HEALTH_DAYS, watchFrom: WATCH_FROM, poorFrom: POOR_FROM },
  };
}

type Place = readonly [number, string, string];
const compare = (a: Place, b: Place) => a[0] - b[0] || a[1].localeCompare(b[1]) || a[2].localeCompare(b[2]);

/** At how many it does so. */
export const countLevels = (all: readonly ServiceHealth[]): Record<(typeof LEVELS)[number], number> => ({
  poor: all.filter(({ level }) => level === 'poor').length,
  watch: all.filter(({ level }) => level === 'watch').length,
  good: all.filter(({ level }) => level === 'good').length,
});
