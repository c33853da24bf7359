import type { Ctx } from '#platform/context/index.ts';
import { transitionTicket } from '#server/desk/ticket/index.ts';
import { createChange, createModel, reviewChange, stepModel, viewChange } from '#server/practices/change/index.ts';
import { createPeriod } from '#server/practices/change-schedule/index.ts';
import type { TransitionTicket } from '#shared/ticket.ts';
import { CHANGES, type ChangeSpec, REPEATED, TEMPLATES, WORKED_ON } from '../world/changes.ts';
import { classOf } from '../world/estate.ts';
import { TEAMS } from '../world/teams.ts';
import { agree, meetAbout, writeBoard } from './board.ts';
import { writeCaused } from './caused.ts';
import { writeClientRule, writeRules } from './change-rules.ts';
import { itemNamed } from './estate.ts';
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
/** Days before its begin on which a change is raised; more where the board meets about it. */
const LEAD_DAYS = { alone: 4, board: 9 } as const;

type Writing = {
  ctx: Ctx;
  refs: References;
  endsAt: string;
  codes: readonly string[];
  items: ReadonlyMap<string, string>;
  models: ReadonlyMap<string, string>;
  board: string;
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
  const { teamId, board } = await writeBoard(priya, refs, endsAt);
  await writeRules(priya, teamId);
  const models = await writeModels(ctx, refs, setUp);
  const items = await writeItems(priya, refs, codes);
  const writing = { ctx, refs, endsAt, codes, items, models, board };
  for (const spec of CHANGES.filter(({ day }) => day < 0)) await writeChange(writing, spec);
  // What is over was before people of the client were asked.
  await writeClientRule({ ...priya, now: evening(endsAt, -3) }, codes[0] ?? '');
  for (const spec of CHANGES.filter(({ day }) => day >= 0)) await writeChange(writing, spec);
  // What is over kept no windows yet.
  await writePeriods(priya, refs, endsAt, codes);
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
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
  const normal = { lifecycle: null, requiredPlans: ['implementation' as const, 'backout' as const] };
  const repeated = await createModel(at('ngaire'), {
    ...{ type: 'normal', ...REPEATED, ...normal, questions: [], tasks: [], template: null },
  });
  await stepModel(at('priya'), repeated, 'approve', { version: 1 });
  made.set(REPEATED.name, repeated);
  const built = await ctx.tx.selectFrom('change_models').select(['id', 'key']).where('built_in', '=', true).execute();
  for (const { id, key } of built) made.set(key, id);
  return made;
}

async function writeItems(priya: Ctx, refs: References, codes: readonly string[]): Promise<Map<string, string>> {
  const items = new Map<string, string>();
  for (const { client, name: short } of WORKED_ON) {
    const code = codes[client] ?? '';
    const name = `${code}-${short}`;
    items.set(short, await itemNamed(priya, { clientId: refs.client(code), name, classKey: classOf(name) }));
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

/** Whose work it is: of the teams that somebody is in, the one that others escalate to. */
const teamOf = (person: string) =>
  TEAMS.find(({ key, members }) => key !== 'major' && members.includes(person))?.key ?? 'cloud';

async function writeChange(writing: Writing, spec: ChangeSpec): Promise<void> {
  const { ctx, refs, endsAt, codes, items, models, board } = writing;
  const start = evening(endsAt, spec.day);
  const lead = spec.minutesOfBoard ? LEAD_DAYS.board : LEAD_DAYS.alone;
  // What is to come was raised in the last days, what is over some days before its window.
  const raisedAt = Math.min(Date.parse(start) - lead * DAY, Date.parse(endsAt) - 30 * HOUR);
  const after = (hours: number) => new Date(raisedAt + hours * HOUR).toISOString();
  const ends = (hours: number) => new Date(Date.parse(start) + spec.minutes * 60_000 + hours * HOUR).toISOString();
  const someone = (key: string, at: string) => as(ctx, { kind: 'staff', key }, at, refs);
  const isStandard = TEMPLATES.some(({ name }) => name === spec.model);
  const modelId = models.get(spec.model ?? 'normal');
  const own = { plans: spec.plans, answers: spec.answers, outage: spec.outage };
  const ticket = await createChange(someone(spec.by, after(0)), {
    ...{ clientId: refs.client(codes[spec.client] ?? ''), title: spec.title, reason: spec.reason },
    ...{ teamId: refs.team(teamOf(spec.by)), assigneeId: refs.staff(spec.by) },
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
    await agree(ctx, refs, ticket.id, after(2));
    await go('implement', start);
    await go('retrospective', ends(0), ended);
    await agree(ctx, refs, ticket.id, ends(12));
  } else {
    if (!isStandard && !reaches('draft')) await go('assess', after(1));
    if (!isStandard && reaches('authorise', 'scheduled', 'review', 'closed')) {
      await go('authorise', after(2));
      if (spec.minutesOfBoard) await meetAbout({ ctx, refs, board }, ticket.id, after(3), spec.minutesOfBoard);
      else if (spec.boardAgreed || !reaches('authorise')) await agree(ctx, refs, ticket.id, after(20));
    }
    if (isStandard) await go('scheduled', after(2));
    if (reaches('review', 'closed')) {
      await go('implement', start);
      await go(isStandard ? 'closed' : 'review', ends(0), ended);
    }
  }
  for (const one of spec.caused ?? [])
    await writeCaused({ ctx, refs, code: codes[spec.client] ?? '' }, ticket.id, {
      ...{ ...one, item: items.get(one.item) ?? '' },
      at: ends(one.hours),
    });
  if (!spec.review || isStandard) return;
  const { version } = await viewChange(ctx, ticket.id);
  await reviewChange(someone('priya', ends(20)), ticket.id, { version, text: spec.review });
  if (reaches('closed')) await go('closed', ends(21));
}
