import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

// Ajv's build for JSON Schema 2020-12, the dialect of OpenAPI 3.1, has no types that this module system finds.
const Ajv2020 = createRequire(import.meta.url)('ajv/dist/2020').default as new (
  options: object,
) => { compile(schema: object): (data: unknown) => boolean };

type Schema = { [key: string]: unknown };
type Media = { [type: string]: { schema?: Schema } };
type Operation = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: { [scheme: string]: string[] }[];
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { required?: boolean; content: Media };
  responses: { [status: string]: { description: string; content?: Media } };
};
type Document = {
  openapi: string;
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string }[];
  paths: { [path: string]: { [method: string]: Operation } };
  components: { schemas: { [name: string]: Schema }; securitySchemes: { [name: string]: Schema } };
};

const desk = await openDesk();
let document: Document;
let operations: { name: string; path: string; method: string; operation: Operation }[];
beforeAll(async () => {
  document = (await desk.app.inject({ url: '/api/v1/openapi.json' })).json();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, method, operation })),
  );
});

/** Every schema of an operation, with where it stands. */
function schemasOf({ name, operation }: (typeof operations)[number]): [where: string, schema: Schema][] {
  const media = (where: string, content: Media = {}): [string, Schema][] =>
    Object.entries(content).map(([type, { schema }]) => [`${name} ${where} ${type}`, schema ?? {}]);
  return [
    ...(operation.parameters ?? []).map((one): [string, Schema] => [`${name} ${one.in} ${one.name}`, one.schema]),
    ...media('body', operation.requestBody?.content),
    ...Object.entries(operation.responses).flatMap(([status, { content }]) => media(status, content)),
  ];
}

/** Where a schema says nothing about its type, so that anything would do. */
function untyped(schema: unknown, where: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, anyOf, allOf, enum: words, const: value, $ref, properties, items } = schema as Schema;
  const says = type ?? anyOf ?? allOf ?? words ?? value ?? $ref;
  return [
    ...(says === undefined ? [where] : []),
    ...Object.entries((properties as Schema) ?? {}).flatMap(([key, inner]) => untyped(inner, `${where}.${key}`)),
    ...(items === undefined ? [] : untyped(items, `${where}[]`)),
    ...((anyOf as Schema[]) ?? []).flatMap((inner) => untyped(inner, where)),
  ];
}

test('it is OpenAPI 3.1, with a head and every tag explained', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info).toMatchObject({ title: 'Fettle', version: '1' });
  const used = new Set(operations.flatMap(({ operation }) => operation.tags));
  expect(document.tags.map(({ name }) => name).sort()).toEqual([...used].sort());
});

test('each operation has a name of its own, a summary, a tag, who may call it, and a way to sign in', () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, operation } of operations) {
    expect([name, operation.tags.length, operation.summary.length > 7]).toEqual([name, 1, true]);
    expect(operation.summary, name).toMatch(/^[A-Z].*[^.]$/);
    expect(operation.description, name).toMatch(/\.$/);
    for (const scheme of operation.security.flatMap((one) => Object.keys(one)))
      expect(Object.keys(document.components.securitySchemes)).toContain(scheme);
    expect([name, operation.security.length === 0]).toEqual([name, operation.description.startsWith('For everybody')]);
  }
});

test('each operation answers in a shape, and refuses with a problem', () => {
  for (const { name, operation } of operations) {
    const { '4XX': refused, '5XX': failed, ...done } = operation.responses;
    for (const problem of [refused, failed])
      expect([name, problem?.content?.['application/problem+json']?.schema]).toEqual([
        name,
        { $ref: '#/components/schemas/Problem' },
      ]);
    expect([name, Object.keys(done).length]).toEqual([name, 1]);
    for (const { description } of Object.values(operation.responses)) expect(description).not.toMatch(/default/i);
  }
  expect(document.components.schemas['Problem']).toMatchObject({
    type: 'object',
    required: expect.arrayContaining(['code']),
  });
});

test('each part of a path is a parameter, and each parameter of a path is a part', () => {
  for (const { name, path, operation } of operations) {
    const named = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect([name, named.map((one) => one.name).sort()]).toEqual([
      name,
      [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort(),
    ]);
    expect(named.every(({ required }) => required)).toBe(true);
    const keys = (operation.parameters ?? []).map((one) => `${one.in} ${one.name}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('every schema is one, and no body or answer is left untyped', () => {
  const { schemas } = document.components;
  const all = operations.flatMap(schemasOf);
  // Most of them stand in many places; compiling takes its time.
  const distinct = new Map([...all, ...Object.entries(schemas)].map((one) => [JSON.stringify(one[1]), one]));
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [where, schema] of distinct.values())
    expect(() => ajv.compile({ ...schema, components: { schemas } }), where).not.toThrow();
  const bodies = all.filter(([where]) => / body | \d{3} /.test(where));
  expect(bodies.flatMap(([where, schema]) => untyped(schema, where)).filter((where) => !MEANT.test(where))).toEqual([]);
});

/** A file or a printed document is what it is, and metadata is XML; a setting's value has the type that its own schema says, which comes with it. */
const MEANT =
  /^get \/api\/v1\/((article-)?files\/|expense-receipts\/|portal-images\/|public\/portal\/)|^get \/api\/v1\/(major-incidents\/\{idOrKey\}\/report|portal\/announcements\/\{id\}\/report|changes\/\{idOrKey\}\/evidence-pack|(portal\/)?(invoices|quotes|contracts)\/\{id\}\/pdf|(clients\/\{id\}|portal)\/statement\/pdf|mail\/incoming\/\{id\}\/raw|portal\/sign-in\/saml\/\{id\}\/metadata)|^(get|put|delete) \/api\/v1\/settings\b.*\.(value|schema)$/;

test('a body in which nothing is required need not be sent', () => {
  const required = (name: string) => operations.find((one) => one.name === name)?.operation.requestBody?.required;
  expect(required('post /api/v1/staff/{id}/reset')).toBe(false);
  expect(required('post /api/v1/tickets')).toBe(true);
  expect(required('post /api/v1/clients/{clientId}/files')).toBe(true);
});

test('what keeps its answer for a repeat says so', () => {
  const keyed = operations.filter(({ operation }) =>
    operation.parameters?.some((one) => one.name === 'Idempotency-Key'),
  );
  const names = keyed.map(({ name }) => name);
  expect(names).toContain('post /api/v1/tickets');
  for (const name of ['post /api/v1/sessions', 'post /api/v1/api-keys']) expect(names).not.toContain(name);
  expect(keyed.every(({ method }) => method === 'post')).toBe(true);
});

describe('the interactive reference', () => {
  const get = (url: string) => desk.app.inject({ url });

  test('comes whole from this server, under the strict policy', async () => {
    const page = await get('/api/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const { pathname, host } = new URL(file, 'http://here/api/docs/');
      expect(host).toBe('here');
      expect([pathname, (await get(pathname)).statusCode]).toEqual([pathname, 200]);
    }
    expect(page.body).not.toMatch(/<script>|onclick=/);
  });

  test('describes what the description does', async () => {
    expect((await get('/api/docs/json')).json()).toEqual(document);
  });
});

test('a key that is sent as the description says is taken', async () => {
  const { key } = await hire(desk);
  expect(document.components.securitySchemes['key']).toMatchObject({ type: 'http', scheme: 'bearer' });
  const answer = await desk.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${key}` } });
  expect(answer.statusCode).toBe(200);
});

test('the guide leads to it', () => {
  const guide = readFileSync(new URL('../../../docs/guide/api.md', import.meta.url), 'utf8');
  for (const url of ['/api/docs', '/api/v1/openapi.json']) expect(guide).toContain(`(${url})`);
});
