import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import {
  editMajor,
  moveMajor,
  proposeMajor,
  tellClients,
  viewMajor,
  writeReview,
} from '#server/practices/major/index.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const BUNDLE = 'major incident';
const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;

type Found = { id: string; created_at: string; resolved_at: string };

/** The heaviest outage that is over, led as a major incident and looked back at; once. */
export async function writeMajor(ctx: Ctx, refs: References, endsAt: string): Promise<void> {
  const there = await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', BUNDLE).executeTakeFirst();
  if (there) return;
  const until = new Date(Date.parse(endsAt) - WEEK).toISOString();
  const { rows } = await sql<Found>`
    select t.id, t.created_at, t.resolved_at from tickets t
    where t.kind = 'incident' and t.priority = 1 and t.resolved_at is not null and t.resolved_at < ${until} and t.merged_into_id is null
    order by (select count(*) from tickets c where c.client_id = t.client_id and c.parent_id = t.id) desc, t.created_at desc, t.key limit 1`.execute(
    ctx.tx,
  );
  const [outage] = rows;
  if (outage) await lead(ctx, refs, outage);
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
}

async function lead(ctx: Ctx, refs: References, { id, created_at, resolved_at }: Found): Promise<void> {
  const [began, restored] = [Date.parse(created_at), Date.parse(resolved_at)];
  const priya = (at: number) => as(ctx, { kind: 'staff', key: 'priya' }, new Date(at).toISOString(), refs);
  const version = async () => (await viewMajor(ctx, id)).version;
  const move = async (at: number, to: 'declared' | 'stabilised' | 'restored' | 'review' | 'completed', reason = '') =>
    moveMajor(priya(at), id, { to, version: await version(), reason });
  await proposeMajor(priya(began + 6 * MINUTE), {
    ...{ tickets: [id], reason: 'A whole site stands still.', criteria: ['A whole site cannot work'] },
  });
  await editMajor(priya(began + 8 * MINUTE), id, {
    version: await version(),
    roles: [
      { role: 'manager', staffId: refs.staff('priya') },
      { role: 'technical', staffId: refs.staff('ngaire') },
      { role: 'communications', staffId: refs.staff('dana') },
    ],
    cadenceMinutes: 30,
  });
  await move(began + 9 * MINUTE, 'declared');
  await tellClients(priya(began + 10 * MINUTE), id, {
    ...{ version: await version(), text: 'We know of it and work on it. You hear from us every half hour.' },
  });
  await move(restored - MINUTE, 'stabilised');
  await move(restored, 'restored', 'It works again. We look back at it together and tell you what we change.');
  await move(restored + 20 * 60 * MINUTE, 'review');
  await writeReview(priya(restored + 24 * 60 * MINUTE), id, {
    version: await version(),
    happened: 'It stood still from the first call until it was mended. The way around took longer than it had to.',
    wentWell: 'It was declared within ten minutes, and clients heard of it every half hour.',
    toImprove: 'The way around is tried every month, and watched from outside.',
    actions: [
      { text: 'Try the way around every month', staffId: refs.staff('ngaire'), dueOn: null },
      { text: 'Watch it from outside', staffId: refs.staff('hamish'), dueOn: null },
    ],
  });
  await move(restored + 25 * 60 * MINUTE, 'completed');
}
