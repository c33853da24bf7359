import type { Ctx } from '#platform/context/index.ts';
import { closeForSilence, transitionTicket } from '#server/desk/ticket/index.ts';
import { openProblem, publishKnownError, updateProblem } from '#server/practices/problem/index.ts';
import type { TransitionTicket } from '#shared/ticket.ts';
import { PROBLEM_AT_WORK, PROBLEM_TO_REVIEW, SHARED_PROBLEM } from '../world/problems.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const BUNDLE = 'problems';
const DAY = 86_400_000;
/** After so many days without a word the desk closes what is resolved. */
const SILENCE_DAYS = 5;
const CLOSING = { kind: 'system', name: 'Fettle' } as const;
/** Incidents that each client brings to a problem. */
const EACH = 3;

type Writing = { ctx: Ctx; refs: References; endsAt: string; codes: readonly string[] };

/** A problem of two clients that is known in their portals, one that is to be reviewed, and one at work; once. */
export async function writeProblems(
  ctx: Ctx,
  refs: References,
  endsAt: string,
  codes: readonly string[],
): Promise<void> {
  const there = await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', BUNDLE).executeTakeFirst();
  if (there || codes.length < 2) return;
  const writing = { ctx, refs, endsAt, codes };
  await writeShared(writing);
  await writeResolved(writing);
  await writeAtWork(writing);
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
}

const before = ({ endsAt }: Writing, days: number) => new Date(Date.parse(endsAt) - days * DAY).toISOString();
const hamish = ({ ctx, refs }: Writing, at: string) => as(ctx, { kind: 'staff', key: 'hamish' }, at, refs);

/** The latest incidents of a client about a service, before an instant. */
async function incidentsOf({ ctx, refs }: Writing, code: string, service: string, at: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('client_id', '=', refs.client(code))
    .where('service_id', '=', refs.service(service))
    .where('kind', '=', 'incident')
    .where('merged_into_id', 'is', null)
    .where('created_at', '<', at)
    .orderBy('created_at', 'desc')
    .orderBy('key')
    .limit(EACH)
    .execute();
  return rows.map(({ id }) => id);
}

const version = async ({ ctx }: Writing, ticketId: string): Promise<number> =>
  (await ctx.tx.selectFrom('problems').select('version').where('ticket_id', '=', ticketId).executeTakeFirstOrThrow())
    .version;

const go = (writing: Writing, days: number, id: string, input: TransitionTicket) =>
  transitionTicket(hamish(writing, before(writing, days)), id, input);

async function writeShared(writing: Writing): Promise<void> {
  const { service, title, toldTitle, symptoms, workaround, cause, days } = SHARED_PROBLEM;
  const at = before(writing, days);
  const [one = '', two = ''] = writing.codes;
  const each = [await incidentsOf(writing, one, service, at), await incidentsOf(writing, two, service, at)];
  if (each.some((ids) => ids.length === 0)) return;
  const why = 'the same words since the same evening';
  const { id } = await openProblem(hamish(writing, at), { ticketIds: each.flat(), title, toldTitle, symptoms, why });
  await go(writing, days - 0.1, id, { to: 'assess' });
  await updateProblem(hamish(writing, before(writing, days - 1)), id, {
    ...{ version: await version(writing, id), workaround, cause },
  });
  await go(writing, days - 1, id, { to: 'known_error' });
  const clientIds = [writing.refs.client(one), writing.refs.client(two)];
  await publishKnownError(hamish(writing, before(writing, days - 1.1)), id, {
    ...{ clientIds, title: toldTitle, symptoms, portal: true },
  });
}

async function writeResolved(writing: Writing): Promise<void> {
  const { service, title, symptoms, workaround, cause, fix, days, resolvedDays } = PROBLEM_TO_REVIEW;
  const at = before(writing, days);
  const ticketIds = await incidentsOf(writing, writing.codes[0] ?? '', service, at);
  if (ticketIds.length === 0) return;
  const { id } = await openProblem(hamish(writing, at), { ticketIds, title, symptoms, why: 'always on a Monday' });
  await go(writing, days - 0.1, id, { to: 'assess' });
  await updateProblem(hamish(writing, before(writing, days - 1)), id, {
    ...{ version: await version(writing, id), workaround, cause },
  });
  await go(writing, days - 1, id, { to: 'known_error' });
  await go(writing, days - 5, id, { to: 'fix_in_progress' });
  await go(writing, resolvedDays, id, { to: 'resolved', resolutionCode: 'fix_applied', resolutionNote: fix });
  // Else the desk would close it on the day on which the sample is loaded.
  const { ctx, refs } = writing;
  await closeForSilence(as(ctx, CLOSING, before(writing, resolvedDays - SILENCE_DAYS), refs), id);
}

async function writeAtWork(writing: Writing): Promise<void> {
  const { service, title, symptoms, whys, days } = PROBLEM_AT_WORK;
  const at = before(writing, days);
  const ticketIds = await incidentsOf(writing, writing.codes[1] ?? '', service, at);
  if (ticketIds.length === 0) return;
  const { id } = await openProblem(hamish(writing, at), { ticketIds, title, symptoms, why: 'the same model of dock' });
  // Once its analysis has begun it moves on by itself.
  await updateProblem(hamish(writing, before(writing, days - 0.5)), id, {
    ...{ version: await version(writing, id), whys: [...whys] },
  });
}
