import Type from 'typebox';
import { DEFAULT_PRIORITY_RULES, type PriorityRules } from '#kernel/priority.ts';
import { checkTemplate } from '#kernel/template.ts';
import { defineSetting } from '#platform/settings/index.ts';

const Cell = Type.Integer({ minimum: 1, maximum: 5 });
const Row = Type.Array(Cell, { minItems: 3, maxItems: 3 });

/** Impact × urgency → priority, and what a VIP changes. */
export const PRIORITY_RULES = defineSetting({
  key: 'ticket.priority',
  title: 'Priority matrix and VIP rule',
  help: 'How urgent a ticket is, from how much is hurt and how soon it must work again; and how much more a VIP counts.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Unsafe<PriorityRules>(
    Type.Object({
      matrix: Type.Array(Row, { minItems: 3, maxItems: 3 }),
      vipSteps: Type.Integer({ minimum: 0, maximum: 1 }),
      vipReachesTop: Type.Boolean(),
    }),
  ),
  default: DEFAULT_PRIORITY_RULES,
});

/** Silence after a resolution closes the ticket; a requester may reopen for a while after. */
export const CLOSING = defineSetting({
  key: 'ticket.closing',
  title: 'Closing resolved tickets',
  help: 'After how many days of silence a resolved ticket closes, and for how long its requester may still reopen it.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({
    closeAfterDays: Type.Integer({ minimum: 1, maximum: 90 }),
    reopenDays: Type.Integer({ minimum: 0, maximum: 365 }),
  }),
  default: { closeAfterDays: 5, reopenDays: 14 },
});

/** What silence that closes a ticket says to the one who asked. */
export const CLOSING_NOTICE = defineSetting({
  key: 'ticket.closingNotice',
  title: 'Words when a ticket closes by silence',
  help: 'What the requester reads when a resolved ticket closes because nobody answered. Left empty, nothing is said.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ text: Type.String({ maxLength: 5_000 }) }),
  default: {
    text: 'Hello {{requester.firstName | there}},\n\nwe have closed {{ticket.key}}, as we heard nothing since it was resolved. If it is not solved after all, answer here and it opens again.',
  },
  check: async (_ctx, { text }) => checkTemplate(text, 'text'),
});

/** Who is told when a ticket is escalated up the provider's path: staff, first level first. */
export const ESCALATION_PATH = defineSetting({
  key: 'ticket.escalationPath',
  title: 'Escalation path of the provider',
  help: 'The people a ticket is escalated to, first level first. The client’s own path is made of its contacts with an escalation level.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ staffIds: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 9 }) }),
  default: { staffIds: [] as string[] },
  check: async (ctx, { staffIds }) => {
    const known = staffIds.length
      ? await ctx.tx.selectFrom('staff').select('id').where('id', 'in', staffIds).where('active', '=', true).execute()
      : [];
    return staffIds.flatMap((id, index) => [
      ...(known.some((row) => row.id === id)
        ? []
        : [{ path: `staffIds.${index}`, message: 'is not an active person' }]),
      ...(staffIds.indexOf(id) < index ? [{ path: `staffIds.${index}`, message: 'stands on the path already' }] : []),
    ]);
  },
});
