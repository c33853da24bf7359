import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { startPage } from '#server/practices/escalation/index.ts';
import { PAGING } from './settings.ts';

/** Calls whoever is on call, where the firm wants that of each major incident that is declared. */
export async function pageFor(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  const { value } = await resolveSetting(ctx, PAGING, ticket.client_id);
  if (value.onDeclaration) await startPage(ctx, ticket, { why: `Major incident declared: ${ticket.title}` });
}
