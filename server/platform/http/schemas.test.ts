import { expect, test } from 'vitest';
import { MODULES } from '#server/modules.ts';
import { schemaOf } from './register.ts';
import { compileSerializer, compileValidator } from './validation.ts';

const routes = MODULES.flatMap((module) => module.routes ?? []);

/** What of a route's schema cannot be compiled, which a start would not tell. */
function faultsOf(schema: ReturnType<typeof schemaOf>, method: string, url: string): string[] {
  const parts = { params: schema.params, querystring: schema.querystring, body: schema.body };
  const tries = [
    ...Object.entries(parts)
      .filter(([, part]) => part !== undefined)
      .map(
        ([httpPart, part]) =>
          () =>
            compileValidator({ schema: part as never, method, url, httpPart }),
      ),
    ...Object.entries(schema.response).map(
      ([httpStatus, part]) =>
        () =>
          compileSerializer({ schema: part as never, method, url, httpStatus }),
    ),
  ];
  return tries.flatMap((compile) => {
    try {
      compile();
      return [];
    } catch (error) {
      return [`${method} ${url}: ${error}`];
    }
  });
}

test('every schema of every route can be compiled', () => {
  expect(routes.length).toBeGreaterThan(100);
  expect(routes.flatMap((route) => faultsOf(schemaOf(route), route.options.method, route.options.url))).toEqual([]);
});

test('a planted fault is found', () => {
  const [route] = routes;
  if (!route) throw new Error('There is no route');
  const broken = { ...schemaOf(route), body: { type: 'nonsense' } };
  expect(faultsOf(broken as never, 'POST', '/planted')).toEqual([expect.stringContaining('POST /planted')]);
});
