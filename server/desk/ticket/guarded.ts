import type { Ctx } from '#platform/context/index.ts';
import type { PracticeGuard } from '#shared/lifecycle-words.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import type { TicketRecord } from './record.ts';

/** The step that is tried. */
export type Tried = { readonly to: string; readonly resolutionCode?: string | null | undefined };
/** What is missing, a sentence for each guard that does not pass. */
export type Missing = { readonly [guard in PracticeGuard]?: string };
type Handler = (ctx: Ctx, ticket: TicketRecord, tried: Tried) => Promise<Missing>;

const handlers = new Map<string, Handler>();

/** How a practice answers the guards of its own kind of ticket. */
export function whenGuarded(kind: TicketKind, handler: Handler): void {
  handlers.set(kind, handler);
}

/** What the practice whose ticket it is says is missing for a step. */
export async function missingFor(ctx: Ctx, ticket: TicketRecord, tried: Tried): Promise<Missing> {
  return (await handlers.get(ticket.kind)?.(ctx, ticket, tried)) ?? {};
}
