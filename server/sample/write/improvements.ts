import type { Ctx } from '#platform/context/index.ts';
import {
  createImprovement,
  measureEffect,
  saveImprovement,
  takeBaseline,
  viewImprovement,
} from '#server/practices/improvement/index.ts';
import { ACHIEVED, DOING, IDEA } from '../world/improvements.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const BUNDLE = 'improvements';
const DAY = 86_400_000;
/** Who keeps the register. */
const KEEPER = { kind: 'staff', key: 'priya' } as const;

type Writing = { ctx: Ctx; refs: References; endsAt: string };

/** An improvement that is achieved and how sure that is, one under way, and an idea; once. */
export async function writeImprovements(
  ctx: Ctx,
  refs: References,
  endsAt: string,
  codes: ReadonlySet<string>,
): Promise<void> {
  const there = await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', BUNDLE).executeTakeFirst();
  if (there) return;
  const writing = { ctx, refs, endsAt };
  if (codes.has(ACHIEVED.client)) await writeAchieved(writing);
  await writeDoing(writing);
  if (codes.has(IDEA.client)) {
    const { client, title, idea, unit, began } = IDEA;
    await createImprovement(keeper(writing, began), { clientId: refs.client(client), title, idea, unit });
  }
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
}

const before = ({ endsAt }: Writing, days: number) => new Date(Date.parse(endsAt) - days * DAY).toISOString();
const day = (writing: Writing, days: number) => before(writing, days).slice(0, 10);
const keeper = (writing: Writing, days: number) => as(writing.ctx, KEEPER, before(writing, days), writing.refs);
const ofService = (id: string) => ({
  scope: { serviceId: id },
  source: { kind: 'service' as const, id },
  links: [{ kind: 'service' as const, id }],
});

async function writeAchieved(writing: Writing): Promise<void> {
  const { client, service, title, idea, began, target, learnt } = ACHIEVED;
  const serviceId = writing.refs.service(service);
  if (!serviceId) return;
  const clientId = writing.refs.client(client);
  const then = keeper(writing, began);
  const about = ofService(serviceId);
  const id = await createImprovement(then, { clientId, title, idea, measure: 'service_availability', ...about });
  const was = { from: day(writing, ACHIEVED.measuredFrom), to: day(writing, ACHIEVED.measuredTo) };
  await takeBaseline(keeper(writing, ACHIEVED.measuredTo - 1), id, { version: 1, ...was });
  const targetOn = day(writing, ACHIEVED.effectTo);
  await saveImprovement(keeper(writing, ACHIEVED.effectFrom), id, { version: 2, target, targetOn, status: 'doing' });
  const is = { from: day(writing, ACHIEVED.effectFrom), to: day(writing, ACHIEVED.effectTo) };
  const end = keeper(writing, ACHIEVED.effectTo - 1);
  await measureEffect(end, id, { version: 3, ...is });
  await saveImprovement(end, id, { version: 4, status: 'achieved', learnt });
}

async function writeDoing(writing: Writing): Promise<void> {
  const { service, title, idea, began, measuredFrom, measuredTo, aim, again } = DOING;
  const serviceId = writing.refs.service(service);
  if (!serviceId) return;
  const then = keeper(writing, began);
  const id = await createImprovement(then, { title, idea, measure: 'incidents_week', ...ofService(serviceId) });
  await takeBaseline(then, id, { version: 1, from: day(writing, measuredFrom), to: day(writing, measuredTo) });
  const { baseline } = await viewImprovement(then, id);
  const target = Math.round((baseline?.figure ?? 0) * aim * 10) / 10;
  const on = day(writing, again);
  await saveImprovement(then, id, { version: 2, target, targetOn: on, measureOn: on, status: 'doing' });
}
