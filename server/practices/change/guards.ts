import type { Ctx } from '#platform/context/index.ts';
import type { Missing, TicketRecord, Tried } from '#server/desk/ticket/index.ts';
import { PLAN_NAMES } from '#shared/change-words.ts';
import { collisionOf, startHeldBack } from './collisions.ts';
import { type ChangeRow, changeOf, type ModelRow, modelOf } from './rows.ts';

/** Where a change is planned still, under way or over: nobody asks whether it may begin. */
const NOT_TO_BEGIN = ['draft', 'assess', 'authorise', 'implement', 'closed', 'rejected', 'cancelled'];
export const beginsNext = ({ status }: Pick<TicketRecord, 'status'>): boolean => !NOT_TO_BEGIN.includes(status);
const NO_WINDOW = 'Say when it is to begin and end.';
const WINDOW_OVER = 'Its window is over; choose another.';
const OPEN_TASKS = `
select count(*)::int as open from fulfilment_tasks
where client_id = $1 and ticket_id = $2 and state in ('planned', 'waiting', 'ready')`;

/** What the steps of a change still ask for, a sentence each. */
export async function missingOf(ctx: Ctx, ticket: TicketRecord, tried: Tried): Promise<Missing> {
  const change = await changeOf(ctx, ticket);
  const model = await modelOf(ctx, change.model_id);
  const found: { [guard in keyof Missing]: string | null } = {
    plans_written: plansMissing(change, model),
    risk_assessed: answersMissing(change, model),
    window_set: windowMissing(ctx, change),
    no_collision: change.planned_start === null ? null : await collisionOf(ctx, ticket, change),
    in_window: await startMissing(ctx, ticket, change),
    authorised: authorisationMissing(change),
    decided_afterwards:
      change.type === 'emergency' && change.afterwards === null
        ? 'It has not been decided about afterwards; its approval is asked for.'
        : null,
    template_in_force: templateMissing(change, model),
    work_finished: await workMissing(ctx, ticket, tried),
    review_written: change.review_at === null ? 'Write its review first.' : null,
  };
  return Object.fromEntries(Object.entries(found).filter(([, sentence]) => sentence !== null)) as Missing;
}

function plansMissing({ plans }: ChangeRow, { required_plans }: ModelRow): string | null {
  const left = required_plans.filter((plan) => !plans[plan]);
  if (left.length === 0) return null;
  return `Write its ${left.map((plan) => PLAN_NAMES[plan].toLowerCase()).join(', ')} plan first.`;
}

function answersMissing({ answers, risk_level }: ChangeRow, { questions }: ModelRow): string | null {
  const left = questions.filter(({ key, options }) => !options.some(({ value }) => value === answers[key]));
  if (left.length > 0) return `Answer about its risk first: ${left.map(({ text }) => text).join(' ')}`;
  return risk_level === null ? 'Its risk has not been worked out yet.' : null;
}

function windowMissing(ctx: Ctx, { planned_start: start, planned_end: end }: ChangeRow): string | null {
  if (start === null || end === null) return NO_WINDOW;
  return end <= ctx.now ? WINDOW_OVER : null;
}

async function startMissing(ctx: Ctx, ticket: TicketRecord, change: ChangeRow): Promise<string | null> {
  if (change.type === 'emergency' || !beginsNext(ticket)) return null;
  return change.planned_start === null ? NO_WINDOW : startHeldBack(ctx, ticket, change);
}

function authorisationMissing({ type, authorised_at, consent }: ChangeRow): string | null {
  if (authorised_at !== null) return null;
  if (consent === 'wanted' || consent === 'asked') return 'People of clients that it affects have not approved it yet.';
  return type === 'emergency'
    ? 'Nobody with expedited authority has authorised it.'
    : 'It has not been authorised; ask for its authorisation.';
}

function templateMissing({ type }: ChangeRow, { name, state, state_why: why }: ModelRow): string | null {
  if (type !== 'standard' || state === 'in_force') return null;
  if (state === 'suspended') return `The template “${name}” is suspended: ${why}`;
  return `The template “${name}” is not in force.`;
}

/** Whatever went wrong may leave tasks behind; what went well leaves none. */
async function workMissing(ctx: Ctx, ticket: TicketRecord, { resolutionCode: code }: Tried): Promise<string | null> {
  if (code === 'failed' || code === 'backed_out') return null;
  const [row] = await ctx.hot<{ open: number }>('change_open_tasks', OPEN_TASKS, [ticket.client_id, ticket.id]);
  const open = row?.open ?? 0;
  return open === 0 ? null : `Finish its tasks first, or say that it failed or was backed out: ${open} left.`;
}
