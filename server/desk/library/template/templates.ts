import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { addChecklist, createTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { CreateFromTemplate, TicketTemplateView } from '#shared/library.ts';
import type { CreateTicket } from '#shared/ticket.ts';

async function rows(ctx: Ctx, condition: RawBuilder<boolean>): Promise<TicketTemplateView[]> {
  const found = await sql<TicketTemplateView>`
    select id, name, description, folder, fields, items, version from ticket_templates
    where ${condition} order by lower(folder), lower(name) limit 2000`.execute(ctx.tx);
  return found.rows;
}

export function listTemplates(ctx: Ctx): Promise<TicketTemplateView[]> {
  return rows(ctx, sql<boolean>`true`);
}

export async function ticketTemplate(ctx: Ctx, id: string): Promise<TicketTemplateView> {
  const [found] = await rows(ctx, sql<boolean>`id = ${id}`);
  if (!found) throw notFound('ticket template');
  return found;
}

/**
 * Logs a ticket from a template. What is said besides goes before what the template says; tags and custom values come together.
 * Its checklist follows after any lines of one's own.
 */
export async function createFromTemplate(ctx: Ctx, id: string, input: CreateFromTemplate): Promise<TicketRecord> {
  const { fields, items, name } = await ticketTemplate(ctx, id);
  const tags = [...new Set([...(fields.tags ?? []), ...(input.tags ?? [])])];
  const merged: CreateTicket = {
    title: name,
    ...fields,
    ...input,
    ...(tags.length > 0 ? { tags } : {}),
    custom: { ...fields.custom, ...input.custom },
  };
  const ticket = await createTicket(ctx, merged);
  await addChecklist(ctx, ticket.id, items);
  return ticket;
}
