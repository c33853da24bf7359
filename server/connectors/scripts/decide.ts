import { Fault, forbidden, invalid } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { DecideRun } from '#shared/script.ts';
import { itemName, lockRun, type RunRow, runWords, setRun, tellTicket } from './rows.ts';

/** Agrees to a run that somebody else asked for, or not. Throws `forbidden` for whoever asked, `conflict` where it is decided. */
export async function decideRun(ctx: Ctx, id: string, { agree, note }: DecideRun): Promise<RunRow> {
  const run = await lockRun(ctx, id);
  const staffId = actingStaff(ctx);
  if (run.asked_by === staffId) throw forbidden('Somebody else has to agree to what you asked for.');
  if (run.state !== 'asked') throw new Fault('conflict', 'It is decided already.');
  const said = note?.trim() ?? '';
  if (!agree && said === '') throw invalid([{ path: 'note', message: 'say why, so that whoever asked knows' }]);
  await setRun(ctx, run, {
    state: agree ? 'waiting' : 'refused',
    ...{ decided_by: staffId, decided_by_name: ctx.actor.name, decided_at: ctx.now, decision_note: said },
    ...(agree ? { next_at: ctx.now } : { next_at: null, ended_at: ctx.now }),
  });
  const text = runWords(run, await itemName(ctx, run));
  await tellTicket(ctx, run, agree ? 'agreed' : 'refused', { text, ...(said ? { reason: said } : {}) });
  if (run.ticket_id !== null && run.asked_by !== null) {
    const ticket = await findTicket(ctx, run.ticket_id);
    const words = `${ctx.actor.name} ${agree ? 'agreed to run' : 'refused to run'} ${text} (${ticket.key})`;
    await notify(ctx, ticket, [run.asked_by], 'script_decided', words);
  }
  return run;
}

/** Takes back what has not begun. Whoever asked may, and whoever may agree. Throws `conflict` once it is on its way. */
export async function cancelRun(ctx: Ctx, id: string): Promise<RunRow> {
  const run = await lockRun(ctx, id);
  if (run.asked_by !== actingStaff(ctx) && !ctx.can('script.agree'))
    throw forbidden('Only who asked for it takes it back, or who may agree to it.');
  if (run.state !== 'asked' && run.state !== 'waiting')
    throw new Fault('conflict', 'It is on its way already, and no system takes that back.');
  await setRun(ctx, run, { state: 'cancelled', next_at: null, ended_at: ctx.now });
  await tellTicket(ctx, run, 'cancelled', { text: runWords(run, await itemName(ctx, run)) });
  return run;
}
