import { minutesUntilNext, nextStep, type Standing } from '#kernel/escalation.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { Named } from '#shared/ticket.ts';
import { lastResort, reachOf } from './reach.ts';
import type { KeptPlan, PagedTicket, StepTaken } from './rows.ts';

type Page = { id: string; why: string; plan: KeptPlan; at: Standing | null };

/** Where a page stands after its next step. `nextAt` is null where there is none left. */
export type Taken = { at: Standing; steps: StepTaken[]; nextAt: string | null };

/**
 * Calls the next level, and where it has nobody, at once the one after it in the same round; in vain called is everybody when no
 * step is left. Events and notifications are written here, the page's row by the caller, in the same transaction.
 */
export async function takeStep(ctx: Ctx, ticket: PagedTicket, { id, why, plan, at: before }: Page): Promise<Taken> {
  const steps: StepTaken[] = [];
  let at = before;
  for (;;) {
    const next = nextStep(plan, at);
    if (next === null) {
      const last = at ?? { level: 0, round: 1 };
      const people = await giveUp(ctx, ticket, { id, why, plan });
      steps.push({ at: ctx.now, ...last, told: people, note: 'everybody was called in vain' });
      return { at: last, steps, nextAt: null };
    }
    const level = plan.levels[next.level - 1];
    const { people, note } = level ? await reachOf(ctx, ticket, level) : { people: [], note: 'the level is gone' };
    steps.push({ at: ctx.now, ...next, told: people, note });
    const place = placeOf(plan, next);
    if (people.length > 0) await call(ctx, ticket, people, { id, why, place, ...next });
    else await tell(ctx, ticket, 'page_skipped', { pageId: id, ...next, text: `${place}: ${note}` });
    at = next;
    if (people.length > 0 || next.level === plan.levels.length) {
      const wait = minutesUntilNext(plan, next) * 60_000;
      return { at: next, steps, nextAt: new Date(Date.parse(ctx.now) + wait).toISOString() };
    }
  }
}

type Call = Standing & { id: string; why: string; place: string };

async function call(ctx: Ctx, ticket: PagedTicket, people: readonly Named[], { id, why, place, ...at }: Call) {
  const names = people.map(({ name }) => name).join(', ');
  const ids = people.map((person) => person.id);
  await tell(ctx, ticket, 'paged', { pageId: id, ...at, staffIds: ids, text: `${names} (${place}): ${why}` });
  await reachOut(ctx, ticket, people, `${ticket.key} needs you now: ${why} (${place})`);
}

async function giveUp(ctx: Ctx, ticket: PagedTicket, { id, why, plan }: Omit<Page, 'at'>): Promise<Named[]> {
  const people = await lastResort(ctx, ticket);
  const names = people.map(({ name }) => name).join(', ') || 'nobody else';
  await tell(ctx, ticket, 'page_exhausted', { pageId: id, text: `“${plan.name}”; told ${names}` });
  await reachOut(
    ctx,
    ticket,
    people,
    `${ticket.key} has nobody: everybody on “${plan.name}” was called in vain: ${why}`,
  );
  return people;
}

/** A page reaches people whatever else is kept quiet, also whoever caused it: they may be the one on call. */
async function reachOut(ctx: Ctx, ticket: PagedTicket, people: readonly Named[], text: string): Promise<void> {
  const aloud: Ctx = { ...ctx, muted: false, actor: { kind: 'system', id: null, name: 'Escalation' } };
  const ids = people.map(({ id }) => id);
  await notify(aloud, ticket, ids, 'page', text);
}

/** `level 2 of 3 of “Network”`, and from the second round on which one it is. */
function placeOf(plan: KeptPlan, { level, round }: Standing): string {
  const again = round > 1 ? `, round ${round} of ${plan.repeatTimes + 1}` : '';
  return `level ${level} of ${plan.levels.length} of “${plan.name}”${again}`;
}

/** Appends an event of a page to its ticket's timeline. */
export function tell(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  what: string,
  data: Record<string, unknown>,
): Promise<string> {
  return appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.${what}`,
    data,
  });
}
