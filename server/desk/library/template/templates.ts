import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord } from '#platform/record/index.ts';
import { cleanHtml } from '#platform/text/index.ts';
import { addChecklist, createTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { CreateFromTemplate, CreateTicketTemplate, TemplateFields, TicketTemplateView } from '#shared/library.ts';
import type { CreateTicket } from '#shared/ticket.ts';

async function rows(ctx: Ctx, condition: RawBuilder<boolean>): Promise<TicketTemplateView[]> {
  const found = await sql<TicketTemplateView>`
    select id, name, description, folder, fields, items, version from ticket_templates
    where ${condition} order by lower(folder), lower(name) limit 2000`.execute(ctx.tx);
  return found.rows;
}

/** Templates are everybody's, so only somebody who sees every client changes one. */
export const mayChange = (ctx: Ctx): void => requireAllClients(ctx, 'A ticket template');

/** Descriptions are shown in the form that a template fills, so they are stored as safe as a ticket's. */
export function cleaned<T extends { fields?: TemplateFields }>(input: T): T {
  const description = input.fields?.description;
  if (description === undefined) return input;
  return { ...input, fields: { ...input.fields, description: cleanHtml(description) } };
}

/** Writes down what a ticket begins with. Returns its id. */
export function createTemplate(ctx: Ctx, input: CreateTicketTemplate): Promise<string> {
  mayChange(ctx);
  return createRecord(ctx, 'ticket_templates', 'ticket_template', cleaned(input));
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
