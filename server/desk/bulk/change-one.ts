import { Fault, type FieldError, forbidden, invalid } from '#kernel/errors.ts';
import { attempt, type Ctx } from '#platform/context/index.ts';
import {
  assignTicket,
  findTicket,
  mergeTickets,
  type TicketRecord,
  transitionTicket,
  updateTicket,
} from '#server/desk/ticket/index.ts';
import type { BulkActions } from '#shared/bulk.ts';
import type { Permission } from '#shared/permissions.ts';

const MOST_TAGS = 30;

/** The fields among the actions, as one update. */
function fieldsOf(actions: BulkActions, tags: readonly string[]) {
  return {
    ...(actions.priority === undefined ? {} : { priority: actions.priority }),
    ...(actions.impact === undefined ? {} : { impact: actions.impact }),
    ...(actions.urgency === undefined ? {} : { urgency: actions.urgency }),
    ...(actions.categoryId === undefined ? {} : { categoryId: actions.categoryId }),
    ...(actions.serviceId === undefined ? {} : { serviceId: actions.serviceId }),
    ...(actions.custom === undefined ? {} : { custom: actions.custom }),
    ...(actions.parentId === undefined ? {} : { parentId: actions.parentId }),
    ...(actions.addTags === undefined ? {} : { tags: [...new Set([...tags, ...actions.addTags])] }),
  };
}

/** Doing a thing to many needs, besides the right to do many, the right to do it to one. */
export function refuseUnallowed(ctx: Ctx, actions: BulkActions): void {
  const needed: Permission[] = [
    ...(Object.keys(fieldsOf(actions, [])).length > 0 ? (['ticket.update'] as const) : []),
    ...(actions.assign ? (['ticket.assign'] as const) : []),
    ...(actions.transition ? (['ticket.transition'] as const) : []),
    ...(actions.mergeInto ? (['ticket.merge'] as const) : []),
  ];
  const missing = needed.find((permission) => !ctx.can(permission));
  if (missing) throw forbidden(`This needs the permission "${missing}", which your role or key does not have.`);
}

/** What a selection means for one of it: the ticket that the others go under, or merge into, does not go under itself. */
function forOne(id: string, { parentId, mergeInto, ...rest }: BulkActions): BulkActions {
  return {
    ...rest,
    ...(parentId === undefined || parentId === id ? {} : { parentId }),
    ...(mergeInto === undefined || mergeInto === id ? {} : { mergeInto }),
  };
}

/** Applies each action to one ticket, in a fixed order, and returns the events of what changed. */
async function actOn(ctx: Ctx, ticket: TicketRecord, actions: BulkActions): Promise<string[]> {
  const events: (string | null)[] = [];
  if (actions.mergeInto) events.push((await mergeTickets(ctx, ticket.id, actions.mergeInto)).eventId);
  else {
    const fields = fieldsOf(actions, ticket.tags);
    if (fields.tags && fields.tags.length > MOST_TAGS)
      throw invalid([{ path: 'addTags', message: `would make more than ${MOST_TAGS} tags` }]);
    if (Object.keys(fields).length > 0)
      events.push((await updateTicket(ctx, ticket.id, { version: ticket.version, ...fields })).eventId);
    if (actions.assign) events.push((await assignTicket(ctx, ticket.id, actions.assign)).eventId);
    if (actions.transition) {
      const { version: _seen, ...step } = actions.transition;
      events.push((await transitionTicket(ctx, ticket.id, step)).eventId);
    }
  }
  return events.filter((id) => id !== null);
}

export type Outcome = {
  key: string;
  outcome: 'changed' | 'unchanged' | 'refused';
  detail: string;
  /** What a refusal says field by field. */
  errors: FieldError[];
  eventIds: string[];
};

/**
 * Runs a piece of work of its own within the caller's transaction: what it throws as a refusal takes back its own changes and
 * nothing else, and is returned. Anything else is thrown.
 */
export async function apart<R>(ctx: Ctx, work: () => Promise<R>): Promise<R | Fault> {
  const tried = await attempt(ctx, work);
  if ('done' in tried) return tried.done;
  if (tried.failed instanceof Fault) return tried.failed;
  throw tried.failed;
}

/** Does the actions to one of many tickets. What it refuses leaves the others alone. */
export async function changeOne(ctx: Ctx, ticketId: string, actions: BulkActions): Promise<Outcome> {
  const done = await apart(ctx, async (): Promise<Outcome> => {
    const ticket = await findTicket(ctx, ticketId, { lock: true });
    const mine = forOne(ticket.id, actions);
    const acts = Object.keys(mine).length > 0 || Object.keys(actions).length === 0;
    if (!acts)
      return {
        key: ticket.key,
        outcome: 'unchanged',
        detail: 'stays as the one that the others go to',
        errors: [],
        eventIds: [],
      };
    const eventIds = await actOn(ctx, ticket, mine);
    return { key: ticket.key, outcome: 'changed', detail: '', errors: [], eventIds };
  });
  if (!(done instanceof Fault)) return done;
  return { key: '', outcome: 'refused', detail: done.message, errors: [...done.errors], eventIds: [] };
}
