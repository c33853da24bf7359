import Type from 'typebox';
import { expect, test } from 'vitest';
import { Fault, notFound } from '#kernel/errors.ts';
import { systemIdentity, withContext } from '#platform/context/index.ts';
import { buildApp, defineFreeRoute, defineRoute, type Route } from '#platform/http/index.ts';
import { authenticator } from '#platform/identity/index.ts';
import { describedOperations, placesOf } from './sweep/description.ts';
import { viewpoints } from './sweep/povs.ts';
import { sweepOperation } from './sweep/probe.ts';
import { rowsOf } from './sweep/rows.ts';
import { openScene, type Scene } from './sweep/scene.ts';
import { unknownPlaces } from './sweep/vocabulary.ts';

/** The sweep is worth something only if it finds what is wrong: here is what is wrong. */
const scene = await openScene();
const [technician] = await viewpoints(scene);
if (!technician) throw new Error('There is nobody to look');

const EVERYBODY = systemIdentity('Planted');
const base = { method: 'GET', access: 'authenticated', tag: 'Planted', summary: 'A fault' } as const;
const ById = Type.Object({ idOrKey: Type.String() });
const title = (idOrKey: string) =>
  withContext(scene.desk.services, EVERYBODY, (ctx) =>
    ctx.tx.selectFrom('tickets').select('title').where('id', '=', idOrKey).executeTakeFirst(),
  );
const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

const FAULTS: readonly [what: string, route: Route, found: RegExp][] = [
  [
    'reads with the system’s scope',
    defineFreeRoute(
      { ...base, url: '/api/v1/planted/:idOrKey', params: ById, response: Type.Unknown() },
      async (_, { params: { idOrKey } }) => {
        const found = isId(idOrKey) ? await title(idOrKey) : undefined;
        if (!found) throw notFound('ticket');
        return found;
      },
    ),
    /is told zqforeign/,
  ],
  [
    'says that something may not be seen',
    defineFreeRoute(
      { ...base, url: '/api/v1/planted/:idOrKey', params: ById, response: Type.Unknown() },
      async (_, { params: { idOrKey } }) => {
        const found = isId(idOrKey) ? await title(idOrKey) : undefined;
        throw found ? new Fault('forbidden', 'This ticket is not yours.') : notFound('ticket');
      },
    ),
    /can tell what exists/,
  ],
  [
    'tells in a header',
    defineFreeRoute(
      { ...base, url: '/api/v1/planted/:idOrKey', params: ById, response: Type.Unknown() },
      async (_, { params: { idOrKey }, reply }) => {
        const found = isId(idOrKey) ? await title(idOrKey) : undefined;
        reply.header('x-length', String(found?.title.length ?? 0));
        throw notFound('ticket');
      },
    ),
    /can tell what exists/,
  ],
  [
    'counts across clients',
    defineFreeRoute(
      {
        ...base,
        url: '/api/v1/planted',
        query: Type.Object({ clientId: Type.String({ format: 'uuid' }) }),
        response: Type.Unknown(),
      },
      async (services, { query }) =>
        withContext(services, EVERYBODY, (ctx) =>
          ctx.tx
            .selectFrom('tickets')
            .select((q) => q.fn.countAll().as('count'))
            .where('client_id', '=', query.clientId)
            .executeTakeFirstOrThrow(),
        ),
    ),
    /can tell what exists/,
  ],
  [
    'keeps another’s search words for a filter',
    defineFreeRoute(
      { ...base, url: '/api/v1/planted', query: Type.Object({ q: Type.String() }), response: Type.Unknown() },
      async (services, { query }) =>
        withContext(services, EVERYBODY, (ctx) =>
          ctx.hot(
            'planted_find',
            'select count(*)::int as n from app.find_tickets($1::tsquery, null, false, 9, null, null)',
            [`${query.q.replace(/\W/g, '')}:*`],
          ),
        ),
    ),
    /can tell what exists/,
  ],
];

/** The program with one route more. */
async function withRoute(route: Route): Promise<Scene> {
  const app = await buildApp({
    services: scene.desk.services,
    authenticate: authenticator(scene.desk.services),
    routes: [route],
    rateLimit: 1_000_000,
  });
  return { ...scene, desk: { ...scene.desk, app } };
}

async function faultsOf(planted: Scene): Promise<string[]> {
  const operations = await describedOperations(planted.desk.app);
  const faults: string[] = [];
  for (const operation of operations)
    if (technician) faults.push(...(await sweepOperation(planted, technician, operation)));
  return faults;
}

test.each(FAULTS)('a route that %s is found', async (_what, route, found) => {
  expect(await faultsOf(await withRoute(route))).toContainEqual(expect.stringMatching(found));
});

test('a route that writes where it says that nothing is there is found', async () => {
  const route = defineFreeRoute(
    { ...base, method: 'DELETE', url: '/api/v1/planted/:idOrKey', params: ById, response: Type.Unknown() },
    async (services, { params: { idOrKey } }) => {
      if (isId(idOrKey))
        await withContext(services, EVERYBODY, (ctx) =>
          ctx.tx.updateTable('tickets').set({ version: 99 }).where('id', '=', idOrKey).execute(),
        );
      throw notFound('ticket');
    },
  );
  const before = await rowsOf(scene.admin, scene.foreign.client);
  expect(await faultsOf(await withRoute(route))).toEqual([]);
  expect(await rowsOf(scene.admin, scene.foreign.client)).not.toEqual(before);
});

test('a route that takes what nobody has described is not passed over', async () => {
  const route = defineRoute(
    {
      ...base,
      method: 'POST',
      url: '/api/v1/planted/:gadgetId',
      params: Type.Object({ gadgetId: Type.String() }),
      body: Type.Object({ gizmoId: Type.String({ format: 'uuid' }), title: Type.String() }),
      response: Type.Unknown(),
    },
    async () => null,
  );
  const operations = await describedOperations((await withRoute(route)).desk.app);
  expect(unknownPlaces(operations, placesOf)).toEqual([
    expect.stringContaining('path.gadgetId'),
    expect.stringContaining('body.gizmoId'),
  ]);
});

const OPEN = `create or replace function app.sees_all() returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as 'select true'`;

test.each([
  // The policies of the tables around it still hold, so nothing is told but that it is there.
  ['a policy', 'alter policy scope on fettle.tickets using (true)', /can tell what exists/],
  ['the function that all policies ask', OPEN, /is told zqforeign/],
])('%s that lets everybody in is found', async (_what, sql, found) => {
  await scene.admin.query(sql);
  const operations = await describedOperations(scene.desk.app);
  const faults: string[] = [];
  for (const operation of operations.filter(({ name }) => name === 'GET /tickets/{idOrKey}'))
    faults.push(...(await sweepOperation(scene, technician, operation)));
  expect(faults).toContainEqual(expect.stringMatching(found));
});
