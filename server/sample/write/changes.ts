import type { Ctx } from '#platform/context/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { transitionTicket } from '#server/desk/ticket/index.ts';
import { castVote } from '#server/practices/approval/index.ts';
import { planMeeting, saveBoard } from '#server/practices/cab/index.ts';
import {
  createChange,
  createModel,
  createRule,
  publishRule,
  reviewChange,
  stepModel,
  viewChange,
} from '#server/practices/change/index.ts';
import { createPeriod } from '#server/practices/change-schedule/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import type { TransitionTicket } from '#shared/ticket.ts';
import { CHANGES, type ChangeSpec, TEMPLATES, WORKED_ON } from '../world/changes.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const BUNDLE = 'changes';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long ago it was set up by which changes go. */
const SET_UP_DAYS = 80;
const ZONE = 'Australia/Sydney';
/** In the evening there, in UTC. */
const EVENING_HOUR = 10;

type Writing = {
  ctx: Ctx;
  refs: References;
  endsAt: string;
  codes: readonly string[];
  items: ReadonlyMap<string, string>;
  models: ReadonlyMap<string, string>;
};

/** How changes go at Harbour IT, its board with the next meeting, and changes on every part of their way; once. */
export async function writeChanges(
  ctx: Ctx,
  refs: References,
  endsAt: string,
  codes: readonly string[],
): Promise<void> {
  const there = await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', BUNDLE).executeTakeFirst();
  if (there || codes.length < 2) return;
  const setUp = new Date(Date.parse(endsAt) - SET_UP_DAYS * DAY).toISOString();
  const priya = as(ctx, { kind: 'staff', key: 'priya' }, setUp, refs);
  await writeBoard(priya, refs, endsAt);
  const models = await writeModels(ctx, refs, setUp);
  const items = await writeItems(priya, refs, codes);
  for (const spec of CHANGES) await writeChange({ ctx, refs, endsAt, codes, items, models }, spec);
  // What is over kept no windows yet.
  await writePeriods(priya, refs, endsAt, codes);
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
}

/** Who decides: nobody about what risks little, the board about every other normal change. Its next meeting is planned. */
async function writeBoard(priya: Ctx, refs: References, endsAt: string): Promise<void> {
  const members = ['priya', 'hamish', 'ngaire'].map((key, at) => ({ staffId: refs.staff(key), lead: at === 0 }));
  const description = 'Decides about changes, a quarter of an hour every Tuesday.';
  const teamId = await createTeam(priya, { name: 'Change board', description, strategy: 'manual', members });
  const board = await saveBoard(priya, null, {
    ...{ name: 'Weekly change board', teamId, quorum: 2, timeZone: ZONE, minutes: 15, itemMinutes: 5 },
    place: 'Meeting room 2, or the link in the invitation',
    recurrence: { frequency: 'weekly', interval: 1, weekdays: [2], time: '10:00', start: '2026-01-06' },
  });
  await planMeeting({ ...priya, now: endsAt }, board, {});
  const rule = await createRule(priya, {
    name: 'The board decides about what risks more',
    terms: {
      ...{ condition: "change.type == 'normal' && change.risk != 1", stage: 'before' },
      outcome: {
        does: 'ask',
        approval: {
          ...{ order: 'parallel', currency: 'AUD', expireAfterHours: 720, remindEveryHours: null },
          steps: [
            { name: 'Change board', approvers: [{ kind: 'team', id: teamId }], quorum: 'any', veto: true, above: null },
          ],
        },
      },
    },
  });
  await publishRule(priya, rule, { version: 1 });
  const small = await createRule(priya, {
    name: 'What risks little goes on by itself',
    terms: {
      ...{ condition: "change.type == 'normal' && change.risk == 1", stage: 'before' },
      outcome: { does: 'authorise' },
    },
  });
  await publishRule(priya, small, { version: 1 });
}

async function writeModels(ctx: Ctx, refs: References, setUp: string): Promise<Map<string, string>> {
  const at = (key: string) => as(ctx, { kind: 'staff', key }, setUp, refs);
  const made = new Map<string, string>();
  for (const { name, description, template } of TEMPLATES) {
    const terms = {
      lifecycle: 'change.standard',
      requiredPlans: ['implementation' as const],
      questions: [],
      tasks: [],
    };
    const id = await createModel(at('hamish'), { type: 'standard', name, description, ...terms, template });
    await stepModel(at('priya'), id, 'approve', { version: 1 });
    made.set(name, id);
  }
  const built = await ctx.tx.selectFrom('change_models').select(['id', 'key']).where('built_in', '=', true).execute();
  for (const { id, key } of built) made.set(key, id);
  return made;
}

async function writeItems(priya: Ctx, refs: References, codes: readonly string[]): Promise<Map<string, string>> {
  const items = new Map<string, string>();
  for (const { client, name, classKey } of WORKED_ON) {
    const code = codes[client] ?? '';
    const input = { clientId: refs.client(code), name: `${code}-${name}`, classKey };
    items.set(name, await createItem(priya, input));
  }
  return items;
}

/** When the first client has its servers patched, and when nothing is changed there. */
async function writePeriods(priya: Ctx, refs: References, endsAt: string, codes: readonly string[]): Promise<void> {
  const clientId = refs.client(codes[0] ?? '');
  await createPeriod(priya, {
    ...{ kind: 'window', name: 'Patch nights', timeZone: ZONE, clientId, minutes: 240, note: 'Servers may restart.' },
    recurrence: {
      frequency: 'weekly',
      interval: 1,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      time: '20:00',
      start: '2026-01-05',
    },
  });
  await createPeriod(priya, {
    ...{ kind: 'freeze', name: 'End of the quarter', timeZone: ZONE, clientId, note: 'The books are closed.' },
    ...{ fromAt: evening(endsAt, 7), untilAt: evening(endsAt, 9) },
  });
}

/** The evening so many days after the sample's end. */
const evening = (endsAt: string, days: number): string =>
  new Date(Math.floor(Date.parse(endsAt) / DAY) * DAY + days * DAY + EVENING_HOUR * HOUR).toISOString();

async function writeChange({ ctx, refs, endsAt, codes, items, models }: Writing, spec: ChangeSpec): Promise<void> {
  const start = evening(endsAt, spec.day);
  // What is to come was raised in the last days, what is over some days before its window.
  const raisedAt = Math.min(Date.parse(start) - 4 * DAY, Date.parse(endsAt) - 30 * HOUR);
  const after = (hours: number) => new Date(raisedAt + hours * HOUR).toISOString();
  const ends = (hours: number) => new Date(Date.parse(start) + spec.minutes * 60_000 + hours * HOUR).toISOString();
  const someone = (key: string, at: string) => as(ctx, { kind: 'staff', key }, at, refs);
  const isStandard = TEMPLATES.some(({ name }) => name === spec.model);
  const modelId = models.get(spec.model ?? 'normal');
  const own = { plans: spec.plans, answers: spec.answers, outage: spec.outage };
  const ticket = await createChange(someone(spec.by, after(0)), {
    ...{ clientId: refs.client(codes[spec.client] ?? ''), title: spec.title, reason: spec.reason },
    ...(modelId ? { modelId } : {}),
    ...(isStandard ? {} : Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))),
    ...{ plannedStart: start, plannedEnd: ends(0) },
    itemIds: spec.items.flatMap((name) => items.get(name) ?? []),
  });
  const go = (to: string, at: string, more: Partial<TransitionTicket> = {}) =>
    transitionTicket(someone(spec.by, at), ticket.id, { to, ...more });
  const reaches = (...states: ChangeSpec['reaches'][]) => states.includes(spec.reaches);
  const ended = { resolutionCode: spec.outcome ?? 'successful', resolutionNote: spec.review ?? 'It was taken back.' };
  if (spec.model === 'emergency') {
    await go('expedite', after(1));
    await decide(someone('priya', after(2)), ticket.id);
    await go('implement', start);
    await go('retrospective', ends(0), ended);
    await decide(someone('priya', ends(12)), ticket.id);
  } else {
    if (!isStandard && !reaches('draft')) await go('assess', after(1));
    if (!isStandard && reaches('authorise', 'scheduled', 'review', 'closed')) {
      await go('authorise', after(2));
      if (!reaches('authorise')) await decide(someone('priya', after(20)), ticket.id);
    }
    if (isStandard) await go('scheduled', after(2));
    if (reaches('review', 'closed')) {
      await go('implement', start);
      await go(isStandard ? 'closed' : 'review', ends(0), ended);
    }
  }
  if (!spec.review) return;
  const { version } = await viewChange(ctx, ticket.id);
  await reviewChange(someone('priya', ends(20)), ticket.id, { version, text: spec.review });
  if (reaches('closed')) await go('closed', ends(21));
}

/** Approves wherever somebody is asked about a change. */
async function decide(ctx: Ctx, ticketId: string): Promise<void> {
  const id = ctx.scope.principalId ?? '';
  const asked = await ctx.tx
    .selectFrom('approval_voters as v')
    .innerJoin('approvals as a', (join) =>
      join.onRef('a.client_id', '=', 'v.client_id').onRef('a.id', '=', 'v.approval_id'),
    )
    .select('v.id')
    .where('a.ticket_id', '=', ticketId)
    .where('a.state', '=', 'pending')
    .where('v.staff_id', '=', id)
    .where('v.vote', 'is', null)
    .execute();
  for (const one of asked)
    await castVote(ctx, one.id, { vote: 'approve' }, { kind: 'staff', id, name: ctx.actor.name }, 'workspace');
}
