import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import {
  editMajor,
  moveMajor,
  proposeMajor,
  tellClients,
  viewMajor,
  writeReview,
} from '#server/practices/major/index.ts';
import { CONTACTS } from '../world/contacts.ts';
import { CARRIER } from '../world/major.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const BUNDLE = 'major incident';
const MINUTE = 60_000;
/** Minutes after which clients hear of it again. */
const CADENCE = 15;
const WEEK = 7 * 86_400_000;

type Found = { id: string; client_id: string; created_at: string; resolved_at: string };

/** The heaviest outage that is over, with a second client that it hit as well, led as a major incident and looked back at; once. */
export async function writeMajor(ctx: Ctx, refs: References, endsAt: string, codes: readonly string[]): Promise<void> {
  const there = await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', BUNDLE).executeTakeFirst();
  if (there) return;
  const until = new Date(Date.parse(endsAt) - WEEK).toISOString();
  const { rows } = await sql<Found>`
    select t.id, t.client_id, t.created_at, t.resolved_at from tickets t
    where t.kind = 'incident' and t.priority = 1 and t.resolved_at is not null and t.resolved_at < ${until} and t.merged_into_id is null
    order by t.title like ${CARRIER.of} desc, (select count(*) from tickets c where c.client_id = t.client_id and c.parent_id = t.id) desc,
      t.created_at desc, t.key limit 1`.execute(ctx.tx);
  const [outage] = rows;
  const other = codes.find((code) => refs.client(code) !== outage?.client_id);
  if (outage && other) await lead(ctx, refs, outage, other);
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
}

async function lead(ctx: Ctx, refs: References, outage: Found, other: string): Promise<void> {
  const [began, restored] = [Date.parse(outage.created_at), Date.parse(outage.resolved_at)];
  const priya = (at: number) => as(ctx, { kind: 'staff', key: 'priya' }, new Date(at).toISOString(), refs);
  const alike = await logAlike(ctx, refs, other, began + 2 * MINUTE);
  const { id } = await proposeMajor(priya(began + 6 * MINUTE), {
    ...{ tickets: [outage.id, ...alike], title: CARRIER.title, reason: 'Whole sites of two clients stand still.' },
    criteria: ['A whole site cannot work', 'Several clients are hit'],
  });
  const version = async () => (await viewMajor(ctx, id)).version;
  const move = async (at: number, to: 'declared' | 'stabilised' | 'restored' | 'review' | 'completed', reason = '') =>
    moveMajor(priya(at), id, { to, version: await version(), reason });
  await editMajor(priya(began + 8 * MINUTE), id, {
    version: await version(),
    roles: [
      { role: 'manager', staffId: refs.staff('priya') },
      { role: 'technical', staffId: refs.staff('ngaire') },
      { role: 'communications', staffId: refs.staff('dana') },
    ],
    cadenceMinutes: CADENCE,
    toldTitle: CARRIER.toldTitle,
  });
  await move(began + 9 * MINUTE, 'declared');
  await tellClients(priya(began + 10 * MINUTE), id, {
    ...{ version: await version(), text: 'We know of it and work on it. You hear from us every quarter of an hour.' },
  });
  for (const [index, text] of CARRIER.updates.entries()) {
    const at = began + (10 + (index + 1) * CADENCE) * MINUTE;
    if (at < restored - MINUTE) await tellClients(priya(at), id, { version: await version(), text });
  }
  await move(restored - MINUTE, 'stabilised');
  await move(restored, 'restored', 'It works again. We look back at it together and tell you what we change.');
  for (const ticket of alike)
    await transitionTicket(priya(restored + 2 * MINUTE), ticket, { to: 'resolved', ...CARRIER.end });
  await move(restored + 20 * 60 * MINUTE, 'review');
  await writeReview(priya(restored + 24 * 60 * MINUTE), id, {
    version: await version(),
    happened: 'It stood still from the first call until it was mended. The way around took longer than it had to.',
    wentWell: 'It was declared within ten minutes, and clients heard of it every quarter of an hour.',
    forClients: 'The way around is tried every month from now on, and watched from outside, so that it takes minutes.',
    toImprove: 'The way around is tried every month, and watched from outside.',
    actions: [
      { text: 'Try the way around every month', staffId: refs.staff('ngaire'), dueOn: null },
      { text: 'Watch it from outside', staffId: refs.staff('hamish'), dueOn: null },
    ],
  });
  await move(restored + 25 * 60 * MINUTE, 'completed');
}

/** What people of a second client tell of the same at an instant. Returns the tickets. */
async function logAlike(ctx: Ctx, refs: References, code: string, at: number): Promise<string[]> {
  const dana = as(ctx, { kind: 'staff', key: 'dana' }, new Date(at).toISOString(), refs);
  const people = CONTACTS.get(code) ?? [];
  const made: string[] = [];
  for (const [index, title] of CARRIER.alike.entries()) {
    const person = people[index];
    const { id } = await createTicket(dana, {
      ...{ kind: 'incident', clientId: refs.client(code), title, impact: 1, urgency: 1, source: 'phone' },
      requesterId: person ? refs.contact(code, person.email).id : null,
      ...{ teamId: refs.team('major'), assigneeId: refs.staff('ngaire') },
    });
    made.push(id);
  }
  return made;
}
