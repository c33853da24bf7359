import { type FieldError, invalid } from '#kernel/errors.ts';
import { decidePriority, type Level, type Priority, type PriorityInputs } from '#kernel/priority.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { cleanHtml } from '#platform/text/index.ts';
import type { UpdateTicket } from '#shared/ticket.ts';
import { changeTicket } from './change.ts';
import { checkCustomValues } from './custom-values.ts';
import { ticketForChange } from './find.ts';
import { type Facts, factsPatch } from './history.ts';
import { parentFaults } from './parent.ts';
import type { TicketPatch, TicketRecord } from './record.ts';
import { PRIORITY_RULES } from './settings.ts';

/**
 * Changes fields of a ticket at the version the writer saw; priority follows impact, urgency and requester unless set by hand.
 * Recorded history is told in the timeline even where nothing changed that we know of.
 */
export async function updateTicket(
  ctx: Ctx,
  idOrKey: string,
  input: UpdateTicket,
  facts: Facts = {},
): Promise<{ ticket: TicketRecord; eventId: string | null }> {
  const before = await ticketForChange(ctx, idOrKey, input.version);
  await refuseForeign(ctx, before, input);
  const patch: TicketPatch = {
    ...(input.title === undefined ? {} : { title: input.title.trim() }),
    ...(input.description === undefined ? {} : { description: cleanHtml(input.description) }),
    ...(input.requesterId === undefined ? {} : { requester_id: input.requesterId }),
    ...(input.siteId === undefined ? {} : { site_id: input.siteId }),
    ...(input.impact === undefined ? {} : { impact: input.impact }),
    ...(input.urgency === undefined ? {} : { urgency: input.urgency }),
    ...(input.categoryId === undefined ? {} : { category_id: input.categoryId }),
    ...(input.serviceId === undefined ? {} : { service_id: input.serviceId }),
    ...(input.tags === undefined ? {} : { tags: input.tags }),
    ...(input.parentId === undefined ? {} : { parent_id: input.parentId }),
    ...(input.custom === undefined ? {} : { custom: (await mergedCustom(ctx, before, input.custom)) as never }),
    ...(await priorityPatch(ctx, before, input)),
    ...factsPatch(ctx, facts),
  };
  return changeTicket(ctx, before, patch, { type: 'ticket.updated', always: ctx.history !== undefined });
}

/** Custom values not named stay as they are; null takes one away. */
async function mergedCustom(
  ctx: Ctx,
  before: TicketRecord,
  given: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const checked = await checkCustomValues(ctx, before.kind, given, { complete: false });
  const kept = Object.entries(before.custom as Record<string, unknown>).filter(([key]) => !Object.hasOwn(given, key));
  return { ...Object.fromEntries(kept), ...checked };
}

async function priorityPatch(ctx: Ctx, before: TicketRecord, input: UpdateTicket): Promise<TicketPatch> {
  const touched = [input.impact, input.urgency, input.requesterId, input.priority].some((value) => value !== undefined);
  if (!touched) return {};
  const why = before.priority_why as { rule?: string; inputs?: PriorityInputs };
  const byHand = input.priority === undefined ? (why.rule === 'override' ? before.priority : null) : input.priority;
  if (byHand !== null && input.priority === undefined) return {};
  const { value: rules } = await resolveSetting(ctx, PRIORITY_RULES, before.client_id);
  const requesterId = input.requesterId === undefined ? before.requester_id : input.requesterId;
  const requester =
    requesterId === null
      ? undefined
      : await ctx.tx
          .selectFrom('contacts')
          .select('vip')
          .where('client_id', '=', before.client_id)
          .where('id', '=', requesterId)
          .executeTakeFirst();
  const override =
    byHand === null
      ? {}
      : {
          override: {
            priority: byHand as Priority,
            by: ctx.actor.name,
            ...(input.priorityReason ? { reason: input.priorityReason } : {}),
          },
        };
  // Whoever sets one of the two weighs anew.
  const isWeighed = input.impact === undefined && input.urgency === undefined;
  const decision = decidePriority(
    {
      impact: (input.impact ?? before.impact) as Level,
      urgency: (input.urgency ?? before.urgency) as Level,
      vip: requester?.vip ?? false,
      ...(isWeighed && why.inputs?.because ? { because: why.inputs.because } : {}),
      ...override,
    },
    rules,
  );
  return { priority: decision.priority, priority_why: decision.why as never };
}

/** References must point into the same client, and a parent must not make a ring. */
async function refuseForeign(ctx: Ctx, before: TicketRecord, input: UpdateTicket): Promise<void> {
  const errors: FieldError[] = [];
  const inClient = async (table: 'contacts' | 'sites', id: string) =>
    (await ctx.tx
      .selectFrom(table)
      .select('id')
      .where('client_id', '=', before.client_id)
      .where('id', '=', id)
      .executeTakeFirst()) !== undefined;
  if (input.requesterId && !(await inClient('contacts', input.requesterId)))
    errors.push({ path: 'requesterId', message: 'is not a contact of this client' });
  if (input.siteId && !(await inClient('sites', input.siteId)))
    errors.push({ path: 'siteId', message: 'is not a site of this client' });
  if (input.parentId) errors.push(...(await parentFaults(ctx, before, input.parentId)));
  if (errors.length > 0) throw invalid(errors);
}
