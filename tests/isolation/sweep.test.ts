import { expect, test } from 'vitest';
import { ask, deadCallers } from './sweep/callers.ts';
import { foundIn } from './sweep/canary.ts';
import { controlOperation } from './sweep/control.ts';
import { describedOperations, placesOf } from './sweep/description.ts';
import { unplanted } from './sweep/planting.ts';
import { foreignToAll, ownIn } from './sweep/pov.ts';
import { viewpoints } from './sweep/povs.ts';
import { sweepOperation } from './sweep/probe.ts';
import { nameless, registeredRoutes } from './sweep/registered.ts';
import { requestFor } from './sweep/requests.ts';
import { rowsOf } from './sweep/rows.ts';
import { openScene } from './sweep/scene.ts';
import { faultsOfTrail } from './sweep/trail.ts';
import { versionsIn } from './sweep/version.ts';
import { unknownPlaces } from './sweep/vocabulary.ts';

/** Everything that the API's description offers is asked as everybody who must not learn of the foreign client. */
const scene = await openScene();
const operations = await describedOperations(scene.desk.app);
const forbidden = await foreignToAll(scene);
const dead = await deadCallers(scene);
const povs = await viewpoints(scene);
const before = await rowsOf(scene.admin, scene.foreign.client);
/** Hundreds of requests each; on a busy machine they take their time. */
const PATIENCE = 300_000;

test('every text that belongs to a client is planted in the foreign one', async () => {
  expect(await unplanted(scene.admin, scene.foreign.client)).toEqual([]);
});

test('of every value that a route takes it is known what it refers to', () => {
  expect(operations.length).toBeGreaterThan(150);
  expect(unknownPlaces(operations, placesOf)).toEqual([]);
});

/**
 * What the description leaves out: probes for machines, which tell nothing of anybody’s; where agents report and where vendors call,
 * which tells them nothing either; and the description itself.
 */
const UNDESCRIBED = [
  /^GET \/(healthz|readyz|metrics)$/,
  /^(GET|POST) \/agent\/inventory\/:$/,
  /^POST \/hooks\/(:|xero)$/,
  /^GET \/calendar\/:$/,
  /^GET \/api\/docs/,
  /^GET \/api\/v1\/openapi.json$/,
];

test('nothing is answered that the description leaves out', () => {
  const described = new Set(operations.map(({ method, url }) => `${method} /api/v1${nameless(url)}`));
  const registered = registeredRoutes(scene.desk.app);
  expect(registered).toEqual(expect.arrayContaining([...described]));
  const others = registered.filter((route) => !described.has(route));
  expect(others.filter((route) => !UNDESCRIBED.some((known) => known.test(route)))).toEqual([]);
});

test.each(povs.map((pov) => [pov.caller.name, pov] as const))(
  '%s reaches everything of their own',
  async (_, pov) => {
    const faults: string[] = [];
    for (const operation of operations) faults.push(...(await controlOperation(scene, pov, operation)));
    expect(faults).toEqual([]);
  },
  PATIENCE,
);

const auditors = povs.filter((pov) => pov.isContact !== true);
// Before the sweep: what somebody asks for themselves is theirs to read in the trail.
test.each(auditors.map((pov) => [pov.caller.name, pov] as const))(
  '%s finds nothing of it in the whole audit trail',
  async (_, pov) => {
    expect(await faultsOfTrail(scene, pov)).toEqual([]);
  },
  PATIENCE,
);

test.each(povs.map((pov) => [pov.caller.name, pov] as const))(
  '%s learns nothing of what is not theirs',
  async (_, pov) => {
    const faults: string[] = [];
    for (const operation of operations) faults.push(...(await sweepOperation(scene, pov, operation)));
    expect(faults).toEqual([]);
  },
  PATIENCE,
);

test.each(dead.map((caller) => [caller.name, caller] as const))(
  '%s is told to sign in, whatever they ask',
  async (_, caller) => {
    const own = ownIn(scene, scene.foreign);
    for (const operation of operations) {
      const request = await requestFor(operation, own, new Map(), versionsIn(scene.admin));
      const answer = await ask(scene.desk, caller, request);
      if (operation.access !== 'public') expect([operation.name, answer.status]).toEqual([operation.name, 401]);
      expect([operation.name, foundIn(answer.text, forbidden)]).toEqual([operation.name, []]);
    }
  },
  PATIENCE,
);

test('and every row of the foreign client is as it was', async () => {
  expect(await rowsOf(scene.admin, scene.foreign.client)).toEqual(before);
});

test('and the asking in vain is in the trail of the foreign client', async () => {
  const { rows } = await scene.admin.query<{ kind: string }>(
    `select distinct data ->> 'kind' as kind from fettle.events where client_id = $1 and type = 'access.denied' order by 1`,
    [scene.foreign.client],
  );
  expect(rows.map(({ kind }) => kind)).toEqual([
    'clients',
    'contacts',
    'files',
    'recurring_tickets',
    'sites',
    'tickets',
  ]);
});
