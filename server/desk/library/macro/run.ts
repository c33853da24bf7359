import { Fault, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket, refuseMoved, type TicketRecord, timelineOf } from '#server/desk/ticket/index.ts';
import type { MacroPreview, MacroStepOutcome, MacroView, RunMacro } from '#shared/library.ts';
import type { TimelineEntry } from '#shared/ticket.ts';
import { macro } from './macros.ts';
import { runStep } from './steps.ts';

/** The ticket and the macro, the ticket locked, at the version and with the client that the caller saw. */
async function prepare(ctx: Ctx, idOrKey: string, macroId: string, asked: RunMacro) {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  if (asked.version !== undefined && asked.version !== ticket.version) throw staleVersion('ticket', ticket.version);
  const found = await macro(ctx, macroId);
  const isPublic = found.steps.some(
    ({ message, transition }) => message?.visibility === 'public' || Boolean(transition?.resolutionNote),
  );
  await refuseMoved(ctx, ticket, idOrKey, { clientId: asked.clientId, isPublic });
  return { ticket, macro: found };
}

/** The same refusal, saying which step of the macro it was. */
function naming(fault: Fault, { steps, sentences }: MacroView, index: number): Fault {
  return new Fault(
    fault.code,
    `Nothing was done. Step ${index + 1} of ${steps.length} (${sentences[index]}): ${fault.message}`,
    {
      errors: fault.errors.map((error) => ({ ...error, path: `steps.${index}.${error.path}` })),
      extra: { ...fault.extra, step: index },
    },
  );
}

/**
 * Does all steps of a macro on a ticket, or none: what a step throws rolls the caller's transaction back, and names the step.
 * Each step sees what the ones before it did.
 */
export async function runMacro(ctx: Ctx, idOrKey: string, macroId: string, asked: RunMacro): Promise<TicketRecord> {
  const { ticket, macro: found } = await prepare(ctx, idOrKey, macroId, asked);
  for (const [index, step] of found.steps.entries()) {
    try {
      await runStep(ctx, await findTicket(ctx, ticket.id), step, asked);
    } catch (error) {
      throw error instanceof Fault ? naming(error, found, index) : error;
    }
  }
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.ran_macro',
    data: { text: found.name, macroId },
  });
  return findTicket(ctx, ticket.id);
}

/** What a macro would do to a ticket: it is done in earnest, looked at, and taken back before anybody can see it. */
export async function previewMacro(ctx: Ctx, idOrKey: string, macroId: string, asked: RunMacro): Promise<MacroPreview> {
  const { ticket, macro: found } = await prepare(ctx, idOrKey, macroId, asked);
  const seen = new Set((await timelineOf(ctx, ticket)).map((entry) => entry.id));
  const outcomes: MacroStepOutcome[] = [];
  await ctx.hot('macro_savepoint', 'savepoint macro', []);
  try {
    for (const [index, step] of found.steps.entries()) {
      await runStep(ctx, await findTicket(ctx, ticket.id), step, asked);
      const after = await timelineOf(ctx, await findTicket(ctx, ticket.id));
      const fresh = after.filter((entry) => !seen.has(entry.id));
      for (const { id } of fresh) seen.add(id);
      outcomes.push(outcomeOf(found.sentences[index] ?? '', fresh));
    }
    return { steps: outcomes, refused: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const index = outcomes.length;
    const errors = [...error.errors];
    return { steps: outcomes, refused: { index, step: found.sentences[index] ?? '', detail: error.message, errors } };
  } finally {
    await ctx.hot('macro_rollback', 'rollback to savepoint macro', []);
  }
}

function outcomeOf(step: string, entries: readonly TimelineEntry[]): MacroStepOutcome {
  const said = entries.find((entry) => entry.message)?.message;
  return {
    step,
    changes: entries.flatMap((entry) => entry.changes.map(({ label, before, after }) => ({ label, before, after }))),
    told: entries.filter((entry) => !entry.message && entry.changes.length === 0).map((entry) => entry.sentence),
    message: said ? { visibility: said.visibility, html: said.body } : null,
  };
}
