import { type Scope, SYSTEM } from '#platform/database/index.ts';
import { PORTAL } from '../../tools/bench/portal.ts';
import { LISTS, OPENS, SEARCHES, type Shape, SUGGESTS, SUMS } from '../../tools/bench/shapes.ts';
import { TEST_SECRET } from '../database.ts';
import type { bulkDesk } from './desk.ts';
import { Explainer, type Node, planFaults } from './plans.ts';
import { statementsOf } from './statements.ts';

/** Mail and what people said of how they were helped, as they are listed. */
const MAIL: readonly (Shape & { scope?: Scope })[] = [
  { name: 'mail that came in', path: () => '/mail/incoming', scope: SYSTEM },
  { name: 'mail kept back', path: () => '/mail/incoming?state=held', scope: SYSTEM },
  { name: 'mail that came back', path: () => '/mail/incoming?outcome=bounce', scope: SYSTEM },
  { name: 'mail that went out', path: () => '/mail/outgoing' },
  { name: 'mail that was sent', path: () => '/mail/outgoing?state=sent' },
  { name: 'mail that could not be sent', path: () => '/mail/outgoing?state=failed&state=given_up' },
  { name: 'ratings of a week', path: () => `/satisfaction/ratings?from=${day(7)}&to=${day(0)}` },
];
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** `who` asks, the owner else; `scope` where the program answers in its own. */
type Asked = Shape & { group: string; who?: 'boss' | 'ada'; scope?: Scope };

/** Each list, search, ticket, suggestion and sum, as it is asked for. */
export const ASKED: readonly Asked[] = Object.entries({
  LISTS,
  SEARCHES,
  OPENS,
  SUGGESTS,
  SUMS,
  MAIL,
  PORTAL,
}).flatMap(([group, shapes]) => shapes.map((shape) => ({ ...shape, group })));

/** Somebody who asks, and what they see. */
export type Asker = {
  scope: Scope;
  call(method: 'GET', url: string): Promise<{ status: number }>;
};

type Bulk = Awaited<ReturnType<typeof bulkDesk>>;

/** Asks as whoever does, and runs what that sent to the database again: how each of it was done. */
export async function plansOfAsking(
  { desk, askers, known }: Bulk,
  shape: Asked,
  settings: readonly string[] = [],
): Promise<Node[]> {
  const url = shape.path(known, 1);
  const asker = askers[shape.who ?? 'owner'];
  await asker.call('GET', url);
  const statements = await statementsOf(async () => {
    const { status } = await asker.call('GET', url);
    if (status !== 200) throw new Error(`GET ${url} answered ${status}`);
  });
  const explainer = await Explainer.open(desk.adminUrl, TEST_SECRET, shape.scope ?? asker.scope, settings);
  try {
    const plans: Node[] = [];
    for (const statement of statements) plans.push(...(await explainer.plansOf(statement)));
    return plans;
  } finally {
    await explainer.close();
  }
}

/** What is wrong with how it was done. */
export async function faultsOfAsking(
  bulk: Bulk,
  shape: Asked,
  { most, settings = [] }: { most: number; settings?: readonly string[] },
): Promise<string[]> {
  return [...new Set(planFaults(await plansOfAsking(bulk, shape, settings), most))];
}
