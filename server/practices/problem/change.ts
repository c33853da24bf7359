import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { cleanHtml, htmlToText } from '#platform/text/index.ts';
import { changeTicket } from '#server/desk/ticket/index.ts';
import { refuseNames } from '#server/practices/span/index.ts';
import type { UpdateProblem } from '#shared/problem.ts';
import { advance } from './advance.ts';
import { lockProblem, type Problem } from './rows.ts';

/** How each part is called where it is told that it changed. */
const WORDS = {
  symptoms: 'the symptoms',
  told_title: 'what it is called at its clients',
  workaround: 'the workaround',
  workaround_none: 'whether there is a workaround',
  whys: 'the five whys',
  branches: 'causes and effects',
  review_weeks: 'when it is reviewed',
} as const;

/** What people of its clients read, or are to read once it is a known error; each with its field. */
const READ: Partial<Record<keyof typeof WORDS, string>> = {
  symptoms: 'symptoms',
  told_title: 'toldTitle',
  workaround: 'workaround',
};

/** Changes what stands in a problem, as its version was seen; its clients learn what they may know of it, and it moves on as that speaks for. */
export async function updateProblem(ctx: Ctx, idOrKey: string, input: UpdateProblem): Promise<void> {
  const problem = await lockProblem(ctx, idOrKey, input.version);
  const changed = await writeProblem(ctx, problem, input);
  await advance(ctx, problem.ticket.id, { changed });
}

/** Answers whether anything besides the cause is different now. */
async function writeProblem(ctx: Ctx, { ticket, facts }: Problem, input: UpdateProblem): Promise<boolean> {
  if (input.cause !== undefined)
    await changeTicket(ctx, ticket, { cause: input.cause?.trim() || null }, { type: 'ticket.updated' });
  const wanted = wantedOf(input);
  const changed = (Object.keys(wanted) as (keyof typeof WORDS)[]).filter(
    (column) => !isDeepStrictEqual(wanted[column], facts[column]),
  );
  if (changed.length === 0) return false;
  await refuseNames(
    ctx,
    ticket,
    Object.fromEntries(
      changed.flatMap((column) => {
        const path = READ[column];
        return path ? [[path, String(wanted[column])]] : [];
      }),
    ),
  );
  const { whys, branches, ...plain } = wanted;
  await ctx.tx
    .updateTable('problems')
    .set({
      ...plain,
      ...(whys ? { whys: JSON.stringify(whys) } : {}),
      ...(branches ? { branches: JSON.stringify(branches) } : {}),
      version: facts.version + 1,
      updated_at: ctx.now,
    })
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .execute();
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.problem_changed',
    data: {
      text: changed.map((column) => WORDS[column]).join(', '),
      changes: Object.fromEntries(changed.map((column) => [column, [facts[column], wanted[column]]])),
    },
  });
  return true;
}

/** What is to stand there, by column. A workaround that is written is no more said to be missing. */
function wantedOf({ symptoms, toldTitle, workaround, workaroundNone, whys, branches, reviewWeeks }: UpdateProblem) {
  const clean = workaround === undefined ? undefined : cleanHtml(workaround);
  const isWritten = clean !== undefined && htmlToText(clean).trim() !== '';
  return {
    ...(symptoms === undefined ? {} : { symptoms: symptoms.trim() }),
    ...(toldTitle === undefined ? {} : { told_title: toldTitle.trim() }),
    ...(clean === undefined ? {} : { workaround: isWritten ? clean : '' }),
    ...(isWritten
      ? { workaround_none: false }
      : workaroundNone === undefined
        ? {}
        : { workaround_none: workaroundNone, ...(workaroundNone ? { workaround: '' } : {}) }),
    ...(whys === undefined ? {} : { whys }),
    ...(branches === undefined ? {} : { branches }),
    ...(reviewWeeks === undefined ? {} : { review_weeks: reviewWeeks }),
  };
}
