import type { PlacedPolicy, PromisedTarget, TargetPromise, TicketFacts, TicketPromise } from '#kernel/service-level.ts';
import { applying, promiseOf } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { idFromText } from '#platform/text/index.ts';
import { calendarByChoice, type Place } from './calendars.ts';
import { policyChain } from './chain.ts';
import { noteFault } from './fault.ts';
import { HOURS } from './settings.ts';
import { shelfOf, THERE_BEFORE } from './shelf.ts';
import { valuesFor } from './surroundings.ts';

/** A promise as it is kept with its client. */
export type KeptPromise = { readonly id: string; readonly terms: TicketPromise };

/** What a ticket of a client is promised, with the facts it has now, by the policies that were in force at `at`. */
export async function promiseFor(
  ctx: Ctx,
  clientId: string,
  facts: TicketFacts,
  place: Place,
  at: string,
): Promise<KeptPromise> {
  const chain = await policyChain(ctx, clientId, at);
  const asks = chain.some(({ terms }) => terms.condition !== '');
  const values = asks ? await valuesFor(ctx, clientId, facts) : null;
  const faults: Promise<void>[] = [];
  const policies = applying(
    chain,
    facts,
    () => values?.(facts) ?? {},
    ({ policyId }, fault) => void faults.push(noteFault(ctx, policyId, fault)),
  );
  await Promise.all(faults);
  return keepPromise(ctx, clientId, await withCalendars(ctx, clientId, facts.priority, policies, place));
}

/** The promise for a priority by policies already chosen, each target with the calendar that it counts by. */
export async function withCalendars(
  ctx: Ctx,
  clientId: string,
  priority: number,
  policies: readonly PlacedPolicy[],
  place: Place,
): Promise<TicketPromise> {
  const promised = Object.entries(promiseOf(policies, priority));
  if (promised.length === 0) return {};
  const hours = await resolveSetting(ctx, HOURS, clientId);
  const terms: Record<string, TargetPromise> = {};
  for (const [target, of] of promised) {
    const { id, name } = await calendarByChoice(ctx, of.calendar, hours.value, place);
    terms[target] = {
      seconds: of.minutes * 60,
      calendarId: id,
      thresholds: of.thresholds,
      rules: of.rules,
      ...(of.rulesFrom ? { rulesOf: of.rulesFrom.policyId } : {}),
      ...(of.from.level === 'built_in' ? {} : { policyId: of.from.policyId }),
      source: sourceOf(priority, of, name),
    };
  }
  return terms;
}

const LEVELS = { built_in: '', provider: ' of the provider', group: ' of the client group', client: ' of the client' };

function sourceOf(priority: number, { from, calendarFrom }: PromisedTarget, calendar: string): string {
  const version = from.level === 'built_in' ? '' : `, version ${from.number}`;
  const chosen =
    calendarFrom.policyId === from.policyId || calendarFrom.level === 'built_in' ? '' : ` by "${calendarFrom.name}"`;
  return `P${priority} in "${from.name}"${LEVELS[from.level]}${version}; ${calendar}${chosen}`;
}

const KEEP = `
with kept as (insert into sla_promises (client_id, id, terms, created_at) values ($1, $2, $3, $4) on conflict do nothing)
select 1 from sla_promises where client_id = $1 and id = $2 and ${THERE_BEFORE}`;

async function keepPromise(ctx: Ctx, clientId: string, terms: TicketPromise): Promise<KeptPromise> {
  const { promises, kept } = shelfOf(ctx);
  const text = JSON.stringify(terms);
  const id = idFromText(`${clientId} ${text}`);
  promises.set(id, terms);
  if (kept.has(id)) return { id, terms };
  const there = await ctx.hot('promise_keep', KEEP, [clientId, id, text, ctx.now]);
  if (there.length > 0) kept.add(id);
  return { id, terms };
}

/** A promise by its id. */
export async function promiseById(ctx: Ctx, clientId: string, id: string): Promise<TicketPromise> {
  const { promises } = shelfOf(ctx);
  const known = promises.get(id);
  if (known) return known;
  const [row] = await ctx.hot<{ terms: TicketPromise }>(
    'promise_by_id',
    'select terms from sla_promises where client_id = $1 and id = $2',
    [clientId, id],
  );
  if (!row) throw new Error(`The promise ${id} is not stored`);
  promises.set(id, row.terms);
  return row.terms;
}
