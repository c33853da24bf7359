import { Fault } from '#kernel/errors.ts';
import { type Claim, claimsOf, placeOf } from '#kernel/problem.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket, openSteps, type TicketRecord, transitionTicket } from '#server/desk/ticket/index.ts';
import { noteMoved } from './moved.ts';
import { findProblem } from './rows.ts';
import { tellProblem } from './told.ts';
import { workOn } from './work.ts';

const LAST_STEP = `
select actor_kind, data -> 'changes' -> 'status' as step from events where client_id = $1 and subject_type = 'ticket' and subject_id = $2
  and type in ('ticket.moved', 'ticket.undone') and data -> 'changes' ? 'status' order by at desc, id desc limit 1`;

type Step = { readonly actor_kind: string; readonly step: readonly [string, string] };

/** The desk acts by itself, whoever set it off. */
export const byItself = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { kind: 'system', id: null, name: 'Problem management' },
});

/**
 * Moves a problem along its lifecycle as far as what was done about it speaks for and its lifecycle lets it, a step at a time, each with
 * its reason in the timeline. Never backwards; and not at all where the last step of it was one that somebody took back. Its clients are told what they may know of it, where it moved or `changed` otherwise.
 */
export async function advance(ctx: Ctx, problemId: string, { changed }: { changed: boolean }): Promise<void> {
  const moved = !ctx.history && (await moveOn(ctx, problemId));
  if (moved || changed) await tellProblem(ctx, await findProblem(ctx, problemId));
}

async function moveOn(ctx: Ctx, problemId: string): Promise<boolean> {
  const problem = await findProblem(ctx, problemId);
  if (!problem.ticket.is_open || (await isHeld(ctx, problem.ticket))) return false;
  let { ticket } = problem;
  for (const claim of claimsOf(await workOn(ctx, problem))) ticket = await moveUpTo(ctx, ticket, claim);
  return ticket.status !== problem.ticket.status;
}

/** Whether somebody put it back and it was not moved on since. */
async function isHeld(ctx: Ctx, { client_id, id }: TicketRecord): Promise<boolean> {
  const [last] = await ctx.hot<Step>('problem_last_step', LAST_STEP, [client_id, id]);
  if (!last || last.actor_kind === 'system') return false;
  const [from, to] = last.step.map(placeOf) as [number, number];
  return to >= 0 && to < from;
}

/** By the longest steps that lead no further than what is claimed, as long as there is one. */
async function moveUpTo(ctx: Ctx, from: TicketRecord, { status, why }: Claim): Promise<TicketRecord> {
  let ticket = from;
  for (;;) {
    const here = placeOf(ticket.status);
    if (here < 0) return ticket;
    const desk = byItself(ctx);
    const next = (await openSteps(desk, ticket))
      .filter(({ to, requires }) => {
        const place = placeOf(to);
        return place > here && place <= placeOf(status) && requires.every((asked) => asked === 'reason');
      })
      .sort((a, b) => placeOf(b.to) - placeOf(a.to))[0];
    const moved = next && (await moveByItself(ctx, ticket, next.to, why));
    if (!moved) return ticket;
    ticket = moved;
  }
}

/** Takes one step with its reason, where no guard refuses it, and tells its clients of it. */
export async function stepByItself(ctx: Ctx, before: TicketRecord, to: string, reason: string): Promise<void> {
  if (await moveByItself(ctx, before, to, reason)) await tellProblem(ctx, await findProblem(ctx, before.id));
}

/** Takes one step with its reason; null where a guard refuses it, as an MSP may have asked for more. */
async function moveByItself(ctx: Ctx, before: TicketRecord, to: string, reason: string): Promise<TicketRecord | null> {
  const desk = byItself(ctx);
  try {
    const { ticket } = await transitionTicket(desk, before.id, { to, reason });
    await noteMoved(desk, before, ticket);
    return await findTicket(ctx, ticket.id);
  } catch (error) {
    if (error instanceof Fault && error.code === 'transition_refused') return null;
    throw error;
  }
}
