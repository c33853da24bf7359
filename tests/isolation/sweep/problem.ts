import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { openProblem, publishKnownError, useKnownError } from '#server/practices/problem/index.ts';
import type { Desk } from '#tests/desk.ts';
import type { planted } from './canary.ts';

/** A proposed problem of a client, which nobody has decided about. */
async function propose(ctx: Ctx, client: string, ticket: string, words: (what: string) => string): Promise<string> {
  const id = newId();
  await ctx.tx
    // No look that another request asks for lets it fade.
    .insertInto('problem_proposals')
    .values({
      ...{ client_id: client, id, axis: 'words', group_key: `${words('group')} ${id}`, words: [words('word')] },
      ...{
        title: words('proposal'),
        evidence: [words('evidence')],
        weeks: [1, 2],
        incident_ids: [ticket],
        item_ids: [],
      },
      ...{ counted: 5, needed: 5, people: 1, minutes: 0, rises: false, strength: 100, state: 'open' },
      ...{
        decided_by: words('decider'),
        reason: words('reason'),
        first_at: ctx.now,
        seen_at: '2999-01-01T00:00:00.000Z',
      },
    })
    .execute();
  return id;
}

/** A problem behind a client's ticket, analysed, known as an error and shown to its people; and one that is proposed. */
export const plantProblem = (
  desk: Desk,
  { client, ticket }: { client: string; ticket: string },
  say: typeof planted,
): Promise<{ knownError: string; proposal: string }> =>
  desk.run(async (ctx) => {
    const words = (what: string) => say(what, 'desk');
    const problem = await openProblem(ctx, {
      ticketIds: [ticket],
      title: words('title of a problem'),
      toldTitle: words('title told'),
      symptoms: words('symptoms of a problem'),
      why: words('why they belong together'),
    });
    const shown = say('what helps');
    const review = {
      result: 'fewer',
      text: words('review'),
      by: words('reviewer'),
      at: ctx.now,
      before: 1,
      after: 0,
      weeks: 4,
    };
    await ctx.tx
      .updateTable('problems')
      .set({
        workaround: `<p>${shown}</p>`,
        whys: JSON.stringify([{ why: words('why'), because: words('because') }]),
        branches: JSON.stringify([{ name: words('branch'), causes: [words('cause')] }]),
        review: JSON.stringify(review),
      })
      .where('client_id', '=', client)
      .where('ticket_id', '=', problem.id)
      .execute();
    const error = { title: say('known error'), symptoms: say('what is seen'), portal: true };
    await publishKnownError(ctx, problem.id, { clientIds: [client], ...error });
    const { id: knownError } = await ctx.tx
      .updateTable('known_errors')
      .set({ published_by: words('publisher'), retired_why: words('why it was taken back once') })
      .where('client_id', '=', client)
      .where('problem_id', '=', problem.id)
      .returning('id')
      .executeTakeFirstOrThrow();
    await useKnownError(ctx, ticket, knownError);
    return { knownError, proposal: await propose(ctx, client, ticket, words) };
  });

/** A proposal of one's own to decide about. */
export const freshProposal = (
  desk: Desk,
  { client, ticket }: { client: string; ticket: string },
  words: (what: string) => string,
): Promise<string> => desk.run((ctx) => propose(ctx, client, ticket, words));

/** A problem of one's own behind a ticket, of which it is said that nothing helps. */
export const freshProblem = (desk: Desk, ticket: string, words: (what: string) => string): Promise<string> =>
  desk.run(async (ctx) => {
    const { id } = await openProblem(ctx, { ticketIds: [ticket], title: words('fresh') });
    await ctx.tx.updateTable('problems').set({ workaround_none: true }).where('ticket_id', '=', id).execute();
    return id;
  });
