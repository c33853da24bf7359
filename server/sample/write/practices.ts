import type { Ctx } from '#platform/context/index.ts';
import { writeChanges } from './changes.ts';
import { writeMajor } from './major.ts';
import { writeProblems } from './problems.ts';
import type { References } from './references.ts';
import { settle } from './settle.ts';

/** Problems, changes and a major incident, with what their clocks would have done by the end. */
export async function writePractices(
  ctx: Ctx,
  refs: References,
  endsAt: string,
  codes: readonly string[],
): Promise<void> {
  await writeProblems(ctx, refs, endsAt, codes);
  await writeChanges(ctx, refs, endsAt, codes);
  await writeMajor(ctx, refs, endsAt, codes);
  const made = await ctx.tx
    .selectFrom('tickets')
    .select(['client_id', 'id'])
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('kind', 'in', ['problem', 'change', 'task']),
        eb('id', 'in', selectFrom('major_incidents').select('ticket_id')),
        eb('id', 'in', selectFrom('ticket_span_links').select('ticket_id').where('how', '<>', 'problem')),
      ]),
    )
    .orderBy('id')
    .execute();
  await settle(ctx, refs, endsAt, made);
}
