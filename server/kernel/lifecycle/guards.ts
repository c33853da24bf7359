import { PRACTICE_GUARDS, type PracticeGuard } from '#shared/lifecycle-words.ts';
import type { Guard, LifecycleTicket, Situation, TransitionActor, TransitionFields } from './types.ts';

type Rule = {
  /** A guard about who and when hides the step; a guard about unfinished work shows it and says what is missing. */
  readonly hides: boolean;
  readonly passes: (
    ticket: LifecycleTicket,
    actor: TransitionActor,
    situation: Situation,
    fields: TransitionFields,
  ) => boolean;
  readonly refusal: (ticket: LifecycleTicket, situation: Situation) => string;
};

const DAY_MS = 86_400_000;

/** The practice has looked already; the step is shown, and what is missing is said when it is tried. */
const answered = (guard: PracticeGuard): Rule => ({
  hides: false,
  passes: ({ missing }) => missing[guard] === undefined,
  refusal: ({ missing }) => missing[guard] ?? '',
});

export const GUARD_RULES: Readonly<Record<Guard, Rule>> = {
  ...(Object.fromEntries(PRACTICE_GUARDS.map((guard) => [guard, answered(guard)])) as Record<PracticeGuard, Rule>),
  requester: {
    hides: true,
    passes: (ticket, actor) =>
      actor.kind !== 'contact' || actor.companyWide === true || (actor.id !== null && actor.id === ticket.requesterId),
    refusal: () => 'Only the person who asked, or staff, may do this.',
  },
  somebody_assigned: {
    hides: false,
    passes: (ticket, _actor, _situation, { assigneeId = ticket.assigneeId, teamId = ticket.teamId }) =>
      assigneeId !== null || teamId !== null,
    refusal: () => 'Choose a team or a person.',
  },
  hold_is_for_client: {
    hides: true,
    passes: (ticket, actor) => actor.kind !== 'contact' || ticket.holdReason === 'client',
    refusal: () => 'The ticket does not wait for the client.',
  },
  within_reopen_window: {
    hides: true,
    passes: (ticket, actor, { now, reopenDays }) => {
      const ended = ticket.closedAt ?? ticket.resolvedAt;
      return actor.kind !== 'contact' || ended === null || Date.parse(now) - Date.parse(ended) <= reopenDays * DAY_MS;
    },
    refusal: (_, { reopenDays }) =>
      `It can be reopened for ${reopenDays} days after closing; please raise a new ticket.`,
  },
  children_finished: {
    hides: false,
    passes: (ticket) => ticket.openChildren === 0,
    refusal: (ticket) => `Finish its child tickets first: ${ticket.openChildren} still open.`,
  },
  checklist_done: {
    hides: false,
    passes: (ticket) => ticket.openChecklistItems === 0,
    refusal: (ticket) => `Finish the checklist first: ${ticket.openChecklistItems} left.`,
  },
  time_recorded: {
    hides: false,
    passes: (ticket) => ticket.minutesSpent > 0,
    refusal: () => 'Record the time spent first.',
  },
  approvals_given: {
    hides: false,
    passes: (ticket) => ticket.openApprovals === 0,
    refusal: () => 'It has not been approved; ask for the approval first.',
  },
  tasks_done: {
    hides: false,
    passes: (ticket) => ticket.openTasks === 0,
    refusal: (ticket) => `Finish its tasks first: ${ticket.openTasks} left.`,
  },
  work_not_begun: {
    hides: true,
    passes: (ticket, actor) => actor.kind !== 'contact' || ticket.begunTasks === 0,
    refusal: () => 'Work on it has begun.',
  },
};
