import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord } from '#platform/record/index.ts';
import { addChecklist } from '#server/desk/ticket/index.ts';
import type { ChecklistTemplateView, CreateChecklistTemplate } from '#shared/library.ts';

async function rows(ctx: Ctx, condition: RawBuilder<boolean>): Promise<ChecklistTemplateView[]> {
  const found = await sql<ChecklistTemplateView>`
    select id, name, description, items, version from checklist_templates
    where ${condition} order by lower(name) limit 2000`.execute(ctx.tx);
  return found.rows;
}

export function listChecklists(ctx: Ctx): Promise<ChecklistTemplateView[]> {
  return rows(ctx, sql<boolean>`true`);
}

async function checklist(ctx: Ctx, id: string): Promise<ChecklistTemplateView> {
  const [found] = await rows(ctx, sql<boolean>`id = ${id}`);
  if (!found) throw notFound('checklist');
  return found;
}

/** Writes down lines to be ticked off, to be used again. Returns its id. */
export function createChecklist(ctx: Ctx, input: CreateChecklistTemplate): Promise<string> {
  requireAllClients(ctx, 'A checklist');
  return createRecord(ctx, 'checklist_templates', 'checklist_template', input);
}

/** Puts the lines of a written-down checklist at the end of a ticket's. */
export async function runChecklist(ctx: Ctx, idOrKey: string, checklistId: string): Promise<string[]> {
  const { items, name } = await checklist(ctx, checklistId);
  return addChecklist(ctx, idOrKey, items, name);
}
