import pg from 'pg';
import { generate, prepareBulk } from '../../tools/bench/generate/generate.ts';
import { buildWorld, type Call } from '../../tools/bench/generate/world.ts';
import { type Known, learnKnown } from '../../tools/bench/shapes.ts';
import { type Desk, openDesk } from '../desk.ts';
import { hire, type Person } from '../people.ts';

/** A desk with so many generated tickets, and an owner who asks. */
export async function bulkDesk(
  tickets: number,
  world = { clients: 20, staff: 16 },
): Promise<{ desk: Desk; owner: Person; known: Known }> {
  const desk = await openDesk();
  const owner = await hire(desk);
  const call: Call = async (method, url, body) => {
    const answer = await owner.call(method, url, body);
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  await buildWorld(call, world);
  await prepareBulk(desk.adminUrl);
  await generate(desk.adminUrl, { from: 1, to: tickets, now: new Date().toISOString() });
  const admin = new pg.Client({ connectionString: desk.adminUrl });
  await admin.connect();
  const known = await learnKnown(admin);
  await admin.end();
  return { desk, owner, known };
}
