import { neverAllowed, type TransitionFields } from '#kernel/lifecycle.ts';
import { assignTicket, transitionTicket, updateTicket } from '#server/desk/ticket/index.ts';
import type { StepKinds } from './step.ts';

const LABELS: Record<string, string> = {
  title: 'title',
  impact: 'impact',
  urgency: 'urgency',
  priority: 'priority',
  categoryId: 'category',
  serviceId: 'service',
  custom: 'custom fields',
};
const LEVELS = ['', 'high', 'medium', 'low'];

function said(field: string, value: unknown): string {
  if (value === null) return 'nothing';
  if (field === 'priority') return `P${value}`;
  if (field === 'impact' || field === 'urgency') return LEVELS[Number(value)] ?? String(value);
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key} ${item}`)
    .join(', ');
}

/** Steps that change the ticket itself. */
export const FIELD_STEPS: Pick<StepKinds, 'set' | 'assign' | 'transition' | 'tags'> = {
  set: {
    permission: () => ['ticket.update'],
    check: (step) => (Object.keys(step).length > 0 ? [] : [{ path: 'set', message: 'names no field' }]),
    words: (step, name) =>
      `Set ${Object.entries(step)
        .map(
          ([field, value]) =>
            `${LABELS[field]} to ${field.endsWith('Id') ? name(value as string | null) : said(field, value)}`,
        )
        .join(', ')}`,
    run: (ctx, ticket, step) => updateTicket(ctx, ticket.id, { version: ticket.version, ...step }),
  },
  assign: {
    permission: () => ['ticket.assign'],
    check: ({ toMe, assigneeId, auto, teamId }) => {
      const ways = [toMe === true, auto === true, assigneeId !== undefined].filter(Boolean).length;
      if (ways > 1) return [{ path: 'assign', message: 'takes one of toMe, auto and assigneeId' }];
      return ways === 0 && teamId === undefined ? [{ path: 'assign', message: 'names neither team nor person' }] : [];
    },
    words: ({ toMe, assigneeId, auto, teamId }, name) => {
      const who = toMe ? 'me' : auto ? 'whom the team’s turn picks' : assigneeId === null ? 'nobody' : name(assigneeId);
      const person = toMe || auto || assigneeId !== undefined ? [who] : [];
      const team = teamId === undefined ? [] : [teamId === null ? 'no team' : `the team ${name(teamId)}`];
      return `Assign to ${[...team, ...person].join(', ')}`;
    },
    run: (ctx, ticket, { toMe, ...step }) =>
      assignTicket(ctx, ticket.id, { ...step, ...(toMe ? { assigneeId: ctx.scope.principalId } : {}) }),
  },
  transition: {
    permission: () => ['ticket.transition'],
    check: ({ to, ...fields }, { lifecycles, now }) =>
      neverAllowed(lifecycles, to, fields as TransitionFields, now).map((error) => ({
        ...error,
        path: `transition.${error.path}`,
      })),
    words: (step) => `Move to ${step.to.replaceAll('_', ' ')}${step.reason ? `: ${step.reason}` : ''}`,
    run: (ctx, ticket, step) => transitionTicket(ctx, ticket.id, step),
  },
  tags: {
    permission: () => ['ticket.update'],
    check: ({ add = [], remove = [] }) =>
      add.length + remove.length > 0 ? [] : [{ path: 'tags', message: 'neither adds nor removes a tag' }],
    words: ({ add = [], remove = [] }) =>
      [
        ...(add.length > 0 ? [`Add tag ${add.join(', ')}`] : []),
        ...(remove.length > 0 ? [`Remove tag ${remove.join(', ')}`] : []),
      ].join('; '),
    run: (ctx, ticket, { add = [], remove = [] }) =>
      updateTicket(ctx, ticket.id, {
        version: ticket.version,
        tags: [...new Set([...ticket.tags, ...add])].filter((tag) => !remove.includes(tag)),
      }),
  },
};
