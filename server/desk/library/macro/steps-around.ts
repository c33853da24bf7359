import { invalid } from '#kernel/errors.ts';
import { spellMinutes } from '#kernel/minutes.ts';
import { checkTemplate } from '#kernel/template.ts';
import { htmlToText } from '#platform/text/index.ts';
import { fillFor, linkTickets, postMessage, setWatcher } from '#server/desk/ticket/index.ts';
import { runChecklist } from '../checklist/checklists.ts';
import type { StepKinds } from './step.ts';

const LONGEST = 80;
/** How a text begins, to the end of a word. */
const beginning = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST + 1).replace(/\s+\S*$/, '')} …` : text;

/** Steps that add to what hangs on the ticket. */
export const AROUND_STEPS: Pick<StepKinds, 'message' | 'link' | 'watch' | 'checklist'> = {
  message: {
    permission: (step) => ['ticket.reply', ...(step.minutes ? (['ticket.time'] as const) : [])],
    check: (step) => checkTemplate(step.body, 'message.body'),
    words: (step) =>
      `${step.visibility === 'public' ? 'Reply' : 'Note'} “${beginning(htmlToText(step.body))}”${step.minutes ? ` and ${spellMinutes(step.minutes)}` : ''}`,
    run: async (ctx, ticket, step) =>
      postMessage(ctx, ticket.id, { ...step, body: (await fillFor(ctx, ticket, step.body)).html }),
  },
  link: {
    permission: () => ['ticket.update'],
    words: (step) => `Link as ${step.kind.replace('_', ' ')} to ${step.to ?? 'a ticket that is asked for'}`,
    run: (ctx, ticket, step, asked) => {
      const to = step.to ?? asked.linkTo;
      if (!to) throw invalid([{ path: 'linkTo', message: 'is needed: say which ticket to link to' }]);
      return linkTickets(ctx, ticket.id, { kind: step.kind, to }, true);
    },
  },
  watch: {
    permission: () => ['ticket.update'],
    check: ({ kind, id }) => {
      const needs = kind === 'staff' || kind === 'contact';
      if (needs === (id !== undefined)) return [];
      return [{ path: 'watch.id', message: needs ? 'is needed' : `does not belong to "${kind}"` }];
    },
    words: ({ kind, id }, name) =>
      `Let ${kind === 'me' ? 'me' : kind === 'requester' ? 'the requester' : name(id)} watch`,
    run: async (ctx, ticket, { kind, id }) => {
      const watcher =
        kind === 'me'
          ? { kind: 'staff' as const, id: ctx.scope.principalId }
          : kind === 'requester'
            ? { kind: 'contact' as const, id: ticket.requester_id }
            : { kind, id };
      if (!watcher.id) throw invalid([{ path: 'watch', message: `there is no ${kind} to add` }]);
      await setWatcher(ctx, ticket.id, { kind: watcher.kind, id: watcher.id }, true);
    },
  },
  checklist: {
    permission: () => ['ticket.update'],
    words: (step, name) => `Add the checklist ${name(step.checklistId)}`,
    run: (ctx, ticket, step) => runChecklist(ctx, ticket.id, step.checklistId),
  },
};
