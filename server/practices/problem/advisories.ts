import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { AdvisoryView, EnterAdvisory } from '#shared/problem.ts';
import { LOOK_JOB } from './look.ts';

/** Advisories in force, the newest first. */
export async function listAdvisories(ctx: Ctx): Promise<{ items: AdvisoryView[] }> {
  const rows = await ctx.tx
    .selectFrom('problem_advisories')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      title: row.title,
      url: row.url,
      words: row.words,
      publishedOn: row.published_on,
      enteredBy: row.entered_by,
      createdAt: row.created_at,
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
  await tell(ctx, id, 'entered', { title });
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
  await tell(ctx, id, 'withdrawn', { title: gone.title });
}

const tell = (ctx: Ctx, subjectId: string, verb: string, data: { title: string }) =>
  appendEvent(ctx, {
    clientId: null,
    subjectType: 'problem_advisory',
    subjectId,
    type: `problem_advisory.${verb}`,
    data,
  });
