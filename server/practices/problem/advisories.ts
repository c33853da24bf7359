import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { AdvisoryView, EnterAdvisory } from '#shared/problem.ts';
import type { Severity } from '#shared/problem-words.ts';
import { LOOK_JOB } from './look.ts';

/** How many may be in force at once: each is held against every item. */
export const MOST_ADVISORIES = 1_000;

/** Advisories in force, the newest first. */
export async function listAdvisories(ctx: Ctx): Promise<{ items: AdvisoryView[] }> {
  const rows = await ctx.tx
    .selectFrom('problem_advisories')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST_ADVISORIES)
    .execute();
  return {
    items: rows.map(({ published_on, entered_by, created_at, withdrawn_at, ...row }) => ({
      ...row,
      severity: row.severity as Severity | null,
      publishedOn: published_on,
      enteredBy: entered_by,
      createdAt: created_at,
    })),
  };
}

/** Enters what a vendor warns of, and looks at once whom it concerns. */
export async function enterAdvisory(ctx: Ctx, input: EnterAdvisory): Promise<string> {
  requireAllClients(ctx, 'An advisory');
  const id = newId();
  const { title, words, url = '', publishedOn = null } = input;
  await ctx.tx
    .insertInto('problem_advisories')
    .values({ id, title, words, url, published_on: publishedOn, entered_by: ctx.actor.name, created_at: ctx.now })
    .execute();
  await tellOfAdvisory(ctx, id, 'entered', { title });
  await ctx.services.jobs.enqueue(ctx, LOOK_JOB, {});
  return id;
}

/** Takes an advisory back: nothing is proposed from it any more. */
export async function withdrawAdvisory(ctx: Ctx, id: string): Promise<void> {
  requireAllClients(ctx, 'An advisory');
  const gone = await ctx.tx
    .updateTable('problem_advisories')
    .set({ withdrawn_at: ctx.now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('title')
    .executeTakeFirst();
  if (!gone) throw notFound('advisory');
  await tellOfAdvisory(ctx, id, 'withdrawn', { title: gone.title });
}

export const tellOfAdvisory = (ctx: Ctx, subjectId: string, verb: string, data: { title: string }) =>
  appendEvent(ctx, {
    clientId: null,
    subjectType: 'problem_advisory',
    subjectId,
    type: `problem_advisory.${verb}`,
    data,
  });
