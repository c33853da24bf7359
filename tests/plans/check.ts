import { LISTS, OPENS, SEARCHES, type Shape, SUGGESTS, SUMS } from '../../tools/bench/shapes.ts';
import { TEST_SECRET } from '../database.ts';
import type { bulkDesk } from './desk.ts';
import { Explainer, planFaults } from './plans.ts';
import { statementsOf } from './statements.ts';

/** Each list, search, ticket, suggestion and sum, as it is asked for. */
export const ASKED: readonly (Shape & { group: string })[] = Object.entries({
  LISTS,
  SEARCHES,
  OPENS,
  SUGGESTS,
  SUMS,
}).flatMap(([group, shapes]) => shapes.map((shape) => ({ ...shape, group })));

/** Asks as the owner does, runs what that sent to the database again, and says what is wrong with how it was done. */
export async function faultsOfAsking(
  { desk, owner, known }: Awaited<ReturnType<typeof bulkDesk>>,
  shape: Shape,
  { most, settings = [] }: { most: number; settings?: readonly string[] },
): Promise<string[]> {
  const url = shape.path(known, 1);
  await owner.call('GET', url);
  const statements = await statementsOf(async () => {
    const { status, text } = await owner.call('GET', url);
    if (status !== 200) throw new Error(`GET ${url} answered ${status}: ${text}`);
  });
  const scope = { principal: 'staff', principalId: owner.id, allClients: true, clientIds: [] } as const;
  const explainer = await Explainer.open(desk.adminUrl, TEST_SECRET, scope, settings);
  try {
    const faults: string[] = [];
    for (const statement of statements) faults.push(...planFaults(await explainer.plansOf(statement), most));
    return [...new Set(faults)];
  } finally {
    await explainer.close();
  }
}
