import Type, { type Static } from 'typebox';
import { Fault, forbidden } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { Id, Nullable, OneOf } from '#shared/http.ts';
import type { Permission } from '#shared/permissions.ts';
import { TransitionTicket } from '#shared/ticket.ts';
import { assignTicket } from './command-assign.ts';
import { mergeTickets } from './command-merge.ts';
import { transitionTicket } from './command-transition.ts';
import { updateTicket } from './command-update.ts';
import { findTicket } from './find.ts';
import type { TicketRecord } from './record.ts';

const MAX = 500;
const Level = Type.Integer({ minimum: 1, maximum: 3 });

/** What to do to many tickets: each action is a command that one ticket knows too. */
const BulkChange = Type.Object({
  ids: Type.Array(Id, { minItems: 1, maxItems: MAX, uniqueItems: true }),
  assign: Type.Optional(Type.Object({ teamId: Type.Optional(Nullable(Id)), assigneeId: Type.Optional(Nullable(Id)) })),
  transition: Type.Optional(TransitionTicket),
  priority: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 5 }))),
  impact: Type.Optional(Level),
  urgency: Type.Optional(Level),
  categoryId: Type.Optional(Nullable(Id)),
  addTags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 10 })),
  parentId: Type.Optional(Nullable(Id)),
  mergeInto: Type.Optional(Id),
});

const Outcome = Type.Object({
  id: Id,
  key: Type.String(),
  /** Unchanged: the parent or the target of a merge was itself among the tickets. */
  outcome: OneOf(['changed', 'unchanged', 'refused']),
  detail: Type.String(),
  eventId: Nullable(Id),
});

type Change = Static<typeof BulkChange>;

/** The fields among the actions, as one update. */
function fieldsOf(change: Change, tags: readonly string[]) {
  return {
    ...(change.priority === undefined ? {} : { priority: change.priority }),
    ...(change.impact === undefined ? {} : { impact: change.impact }),
    ...(change.urgency === undefined ? {} : { urgency: change.urgency }),
    ...(change.categoryId === undefined ? {} : { categoryId: change.categoryId }),
    ...(change.parentId === undefined ? {} : { parentId: change.parentId }),
    ...(change.addTags === undefined ? {} : { tags: [...new Set([...tags, ...change.addTags])] }),
  };
}

/** Doing a thing to many needs, besides the right to do many, the right to do it to one. */
function refuseUnallowed(ctx: Ctx, change: Change): void {
  const needed: Permission[] = [
    ...(Object.keys(fieldsOf(change, [])).length > 0 ? (['ticket.update'] as const) : []),
    ...(change.assign ? (['ticket.assign'] as const) : []),
    ...(change.transition ? (['ticket.transition'] as const) : []),
    ...(change.mergeInto ? (['ticket.merge'] as const) : []),
  ];
  const missing = needed.find((permission) => !ctx.can(permission));
  if (missing) throw forbidden(`This needs the permission "${missing}", which your role or key does not have.`);
}

/** What a selection means for one of it: the ticket that the others go under, or merge into, does not go under itself. */
function forOne(id: string, change: Change): Change {
  const { parentId, mergeInto, ...rest } = change;
  return {
    ...rest,
    ...(parentId === undefined || parentId === id ? {} : { parentId }),
    ...(mergeInto === undefined || mergeInto === id ? {} : { mergeInto }),
  };
}

const hasActions = ({ ids: _ids, ...actions }: Change) => Object.keys(actions).length > 0;

/** Applies each action to one ticket, in a fixed order, and returns the last event's id. */
async function changeOne(ctx: Ctx, ticket: TicketRecord, change: Change): Promise<string | null> {
  if (change.mergeInto) return (await mergeTickets(ctx, ticket.id, change.mergeInto)).eventId;
  const fields = fieldsOf(change, ticket.tags);
  let eventId: string | null = null;
  if (Object.keys(fields).length > 0)
    eventId = (await updateTicket(ctx, ticket.id, { version: ticket.version, ...fields })).eventId;
  if (change.assign) eventId = (await assignTicket(ctx, ticket.id, change.assign)).eventId;
  if (change.transition) {
    const { version: _seen, ...step } = change.transition;
    eventId = (await transitionTicket(ctx, ticket.id, step)).eventId;
  }
  return eventId;
}

export const bulkRoutes = [
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/bulk',
      access: 'ticket.bulk',
      tag: 'Tickets',
      summary: `Change up to ${MAX} tickets at once; answers for each`,
      body: BulkChange,
      response: Type.Object({ items: Type.Array(Outcome) }),
      status: 201,
    },
    async (ctx, { body }) => {
      refuseUnallowed(ctx, body);
      const items = [];
      for (const id of [...body.ids].sort()) {
        await ctx.hot('bulk_savepoint', 'savepoint one', []);
        try {
          const ticket = await findTicket(ctx, id, { lock: true });
          const change = forOne(ticket.id, body);
          const acts = hasActions(change) || !hasActions(body);
          const eventId = acts ? await changeOne(ctx, ticket, change) : null;
          items.push({
            id,
            key: ticket.key,
            outcome: acts ? ('changed' as const) : ('unchanged' as const),
            detail: acts ? '' : 'stays as the one that the others go to',
            eventId,
          });
          await ctx.hot('bulk_release', 'release savepoint one', []);
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          await ctx.hot('bulk_rollback', 'rollback to savepoint one', []);
          items.push({ id, key: '', outcome: 'refused' as const, detail: error.message, eventId: null });
        }
      }
      return { items };
    },
  ),
];
