import { readFileSync } from 'node:fs';
import { deflateSync, gzipSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createClient, createSite } from '#server/business/client/index.ts';
import type { AgentReport, AgentReportView, CreatedEnrolmentKey, EnrolmentKeyView } from '#shared/inventory-agent.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';

const desk = await openDesk({ baseUrl: 'https://desk.example' });
const olive = await hire(desk);
const { acme, birch, perth } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  return { acme, birch, perth: await createSite(ctx, acme, { name: 'Perth' }) };
});
const file = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const fusion = file('fusioninventory.xml');

const make = async (clientId: string, body: object = { name: 'Office' }, by: Person = olive) =>
  (await by.call('POST', `/clients/${clientId}/enrolment-keys`, body)).body as CreatedEnrolmentKey;
const keysOf = async (clientId: string) =>
  ((await olive.call('GET', `/clients/${clientId}/enrolment-keys`)).body as { items: EnrolmentKeyView[] }).items;
const reportsOf = async (clientId: string, query = '') =>
  ((await olive.call('GET', `/clients/${clientId}/agent-reports${query}`)).body as { items: AgentReportView[] }).items;
const post = (key: string, payload: Buffer | string, headers: Record<string, string> = {}) =>
  desk.app.inject({
    method: 'POST',
    url: `/agent/inventory/${key}`,
    payload,
    headers: { 'content-type': 'application/x-compress-zlib', ...headers },
  });
const inXml = (id: string, inside = '') =>
  `<REQUEST><CONTENT><HARDWARE><NAME>${id}</NAME></HARDWARE>${inside}</CONTENT><DEVICEID>${id}</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`;
const prolog = '<REQUEST><DEVICEID>d</DEVICEID><QUERY>PROLOG</QUERY><TOKEN>12345678</TOKEN></REQUEST>';

test('a key is shown once, with how each agent is told; what is kept is its hash', async () => {
  const made = await make(acme, { name: '  Perth  ', siteId: perth });
  expect(made.key).toMatch(/^[\w-]{43}$/);
  expect(made.url).toBe(`https://desk.example/agent/inventory/${made.key}`);
  expect(made.setups.map(({ agent }) => agent)).toEqual(['GLPI Agent', 'FusionInventory Agent', 'OCS Inventory Agent']);
  for (const { command } of made.setups) expect(command).toContain(made.url);
  const shown = await keysOf(acme);
  expect(shown).toEqual([
    {
      id: made.id,
      name: 'Perth',
      site: { id: perth, name: 'Perth' },
      hint: made.key.slice(-4),
      createdAt: expect.any(String),
      createdBy: 'Test Person',
      lastUsedAt: null,
      devices: 0,
      revokedAt: null,
    },
  ]);
  const rows = await desk.run((ctx) => ctx.tx.selectFrom('enrolment_keys').selectAll().execute());
  const events = await desk.run((ctx) => ctx.tx.selectFrom('events').select('data').execute());
  expect(JSON.stringify([shown, rows, events])).not.toContain(made.key);
});

test('a key of another client’s site, for a client out of sight, or by whoever may not, is not made', async () => {
  expect((await olive.call('POST', `/clients/${birch}/enrolment-keys`, { name: 'x', siteId: perth })).status).toBe(422);
  const limited = await hire(desk, { clientIds: [birch] });
  expect((await limited.call('POST', `/clients/${acme}/enrolment-keys`, { name: 'x' })).status).toBe(404);
  const reader = await hire(desk, { role: 'readonly' });
  expect((await reader.call('POST', `/clients/${acme}/enrolment-keys`, { name: 'x' })).status).toBe(403);
});

test('FusionInventory: prolog, question and inventory, packed as it wants it', async () => {
  const { key, id } = await make(acme, { name: 'Fusion', siteId: perth });
  const asked = await post(key, deflateSync(prolog));
  expect([asked.statusCode, asked.headers['content-type']]).toEqual([200, 'application/x-compress-zlib']);
  expect(asked.rawPayload.subarray(0, 2).toString('hex')).toBe('789c');
  expect(inflateSync(asked.rawPayload).toString()).toContain('<RESPONSE>SEND</RESPONSE>');
  const config = await desk.app.inject({
    url: `/agent/inventory/${key}?action=getConfig&machineid=x&task%5BCollect%5D=2.6&task%5BESX%5D=2.6`,
  });
  expect([config.statusCode, config.headers['content-type'], config.body]).toEqual([
    200,
    expect.stringMatching(/^application\/json/),
    '{}',
  ]);
  const told = await post(key, deflateSync(fusion), { 'user-agent': 'FusionInventory-Agent_v2.6-3' });
  expect([told.statusCode, inflateSync(told.rawPayload).toString()]).toEqual([200, expect.stringContaining('<REPLY>')]);
  expect(await reportsOf(acme, `?enrolmentKeyId=${id}`)).toMatchObject([
    {
      externalId: 'acme-pc7-2026-11-24-14-50-11',
      name: 'ACME-PC7',
      agent: 'FusionInventory-Agent_v2.6-3',
      enrolmentKey: { id, name: 'Fusion' },
    },
  ]);
  const used = (await keysOf(acme)).find((one) => one.id === id);
  expect([used?.devices, used?.lastUsedAt]).toEqual([1, expect.any(String)]);
});

test('plain XML is answered in plain, and OCS is taken without a prolog', async () => {
  const { key } = await make(acme);
  const plain = await post(key, prolog, { 'content-type': 'application/xml' });
  expect([plain.headers['content-type'], plain.body]).toEqual(['application/xml', expect.stringMatching(/^<\?xml/)]);
  const ocs = await post(key, deflateSync(file('ocs.xml')), { 'content-type': 'application/x-compress' });
  expect(inflateSync(ocs.rawPayload).toString()).toContain('<RESPONSE>ACCOUNT_UPDATE</RESPONSE>');
});

test('GLPI’s agent: contact and inventory in JSON, whole and in part, its number said back', async () => {
  const { key, id } = await make(acme, { name: 'GLPI' });
  const headers = { 'content-type': 'application/json', 'glpi-request-id': '1A2B3C4D' };
  const contact = await post(key, '{"action":"contact","deviceid":"glpixps-2018-07-09-09-07-13"}', headers);
  expect(contact.headers['glpi-request-id']).toBe('1A2B3C4D');
  expect(contact.json()).toMatchObject({
    status: 'ok',
    tasks: { inventory: { 'no-category': 'process,environment' } },
  });
  for (const name of ['computer_1.json', 'computer_1_partial_cpu.json'])
    expect((await post(key, gzipSync(file(`glpi/${name}`)), headers)).json()).toEqual({ status: 'ok', expiration: 24 });
  // A part is completed by what was said before.
  const [report, ...others] = await reportsOf(acme, `?enrolmentKeyId=${id}`);
  const { sections } = (await olive.call('GET', `/clients/${acme}/agent-reports/${report?.id}`)).body as AgentReport;
  expect([others, sections['CPUS']?.length, sections['SOFTWARES']?.length]).toEqual([[], 1, 6]);
  expect((await keysOf(acme)).find((one) => one.id === id)?.devices).toBe(1);
  const odd = await post(key, '{"action":"contact"}', { ...headers, 'glpi-request-id': 'x'.repeat(8) });
  expect(odd.headers['glpi-request-id']).toBeUndefined();
});

test('what an agent said can be read, without anything secret, and the same once more is kept once', async () => {
  const { key, id } = await make(birch, { name: 'Readable' });
  await post(key, deflateSync(fusion));
  const [before] = await reportsOf(birch, `?enrolmentKeyId=${id}`);
  const answer = await olive.call('GET', `/clients/${birch}/agent-reports/${before?.id}`);
  const report = answer.body as AgentReport;
  expect(report).toMatchObject({ deviceId: 'acme-pc7-2026-11-24-14-50-11', itemType: 'Computer' });
  expect(report.sections['BIOS']).toEqual([
    { BVERSION: '1.20.0', SMANUFACTURER: 'Dell Inc.', SMODEL: 'Latitude 5440', SSN: '1J0R3M2' },
  ]);
  expect(answer.text).not.toMatch(/planted-secret/i);
  const hash = () =>
    desk.run((ctx) =>
      ctx.tx
        .selectFrom('agent_reports')
        .select('sha256')
        .where('id', '=', before?.id ?? '')
        .executeTakeFirst(),
    );
  const first = await hash();
  await post(key, fusion);
  expect([(await reportsOf(birch, `?enrolmentKeyId=${id}`)).map((one) => one.id), await hash()]).toEqual([
    [before?.id],
    first,
  ]);
});

test('a report and the keys of another client are nobody’s to read', async () => {
  const { key } = await make(birch);
  await post(key, inXml('birch-1'));
  const [report] = await reportsOf(birch, '?externalId=birch-1');
  const limited = await hire(desk, { clientIds: [acme] });
  for (const url of [
    `/clients/${birch}/agent-reports`,
    `/clients/${birch}/agent-reports/${report?.id}`,
    `/clients/${acme}/agent-reports/${report?.id}`,
    `/clients/${birch}/enrolment-keys`,
  ])
    expect([url, (await limited.call('GET', url)).status]).toEqual([url, 404]);
});

test('unknown, foreign in form, and revoked: refused in the same words, before a byte is read', async () => {
  const { key, id } = await make(acme, { name: 'Lost' });
  expect((await post(key, inXml('lost-1'))).statusCode).toBe(200);
  expect((await olive.call('POST', `/clients/${birch}/enrolment-keys/${id}/revoke`)).status).toBe(404);
  expect((await olive.call('POST', `/clients/${acme}/enrolment-keys/${id}/revoke`)).status).toBe(204);
  expect((await olive.call('POST', `/clients/${acme}/enrolment-keys/${id}/revoke`)).status).toBe(404);
  const refused = [];
  for (const one of [key, `${key.slice(0, -1)}_`, 'x', "' or 1=1 --", '%00', key.toUpperCase(), 'x'.repeat(200)]) {
    const answer = await post(encodeURIComponent(one), Buffer.alloc(30 * 1_048_576));
    const { requestId, ...said } = answer.json();
    refused.push([answer.statusCode, said]);
  }
  expect(refused).toEqual(refused.map(() => [401, expect.objectContaining({ code: 'unauthenticated' })]));
  expect(new Set(refused.map((one) => JSON.stringify(one))).size).toBe(1);
  expect((await desk.app.inject({ url: `/agent/inventory/${key}` })).statusCode).toBe(401);
  expect((await keysOf(acme)).at(-1)).toMatchObject({ id, revokedAt: expect.any(String), devices: 1 });
});

test('agents of a client who has left are refused', async () => {
  const gone = await desk.run((ctx) => createClient(ctx, { name: 'Gone', code: 'GONE', timeZone: 'UTC' }));
  const { key } = await make(gone);
  expect((await post(key, prolog)).statusCode).toBe(200);
  await olive.call('PATCH', `/clients/${gone}`, { version: 1, active: false });
  expect((await post(key, prolog)).statusCode).toBe(401);
});

test('neither a cookie nor a key of the API opens the door, and nothing that is no request of an agent is taken', async () => {
  const { key } = await make(acme);
  expect((await post('x', prolog, { authorization: `Bearer ${olive.key}` })).statusCode).toBe(401);
  for (const [payload, status] of [
    ['', 400],
    ['hello', 400],
    [deflateSync(Buffer.alloc(30 * 1_048_576)), 413],
    [Buffer.alloc(26 * 1_048_576), 413],
    ['<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><REQUEST>&x;</REQUEST>', 400],
  ] as const)
    expect((await post(key, payload)).statusCode).toBe(status);
});

type Held = {
  id: string;
  name: string;
  class_key: string;
  site_id: string | null;
  attributes: Record<string, unknown>;
};
const itemsOf = (clientId: string) =>
  desk.run(
    async (ctx) =>
      (await ctx.tx
        .selectFrom('configuration_items')
        .select(['id', 'name', 'class_key', 'site_id', 'attributes'])
        .where('client_id', '=', clientId)
        .orderBy('name')
        .execute()) as Held[],
  );
const eventsOf = (id: string) =>
  desk.run((ctx) =>
    ctx.tx.selectFrom('events').select(['type', 'data']).where('subject_id', '=', id).orderBy('id').execute(),
  );

test('a machine stands under the key’s client and site; the same again is no change, and another disk is one', async () => {
  const [cedar, dock] = await desk.run(async (ctx) => {
    const id = await createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' });
    return [id, await createSite(ctx, id, { name: 'Dock' })];
  });
  const { key } = await make(cedar, { name: 'Cedar', siteId: dock });
  await post(key, deflateSync(fusion));
  const [item, ...others] = await itemsOf(cedar);
  expect(others).toEqual([]);
  expect(item).toMatchObject({
    name: 'ACME-PC7',
    class_key: 'laptop',
    site_id: dock,
    attributes: { serial: '1J0R3M2', memoryMb: 17_180, storageMb: 256_060 },
  });
  const id = item?.id ?? '';
  expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['item.created']);

  const settled = async () => JSON.stringify([await itemsOf(cedar), await eventsOf(id), await sourcesOf(cedar)]);
  const before = await settled();
  await post(key, fusion.toString().replace('<FREE>123456</FREE>', '<FREE>123400</FREE>'));
  expect(await settled()).toBe(before);

  await post(key, fusion.toString().replaceAll('256060', '512110').replaceAll('S29NNXAH146409', 'S3X9NX0K500000'));
  const told = (await eventsOf(id)).slice(1);
  expect(told).toMatchObject([
    { type: 'item.changed', data: { changes: { 'attributes.storageMb': [256_060, 512_110] } } },
  ]);
});

const sourcesOf = (clientId: string) =>
  desk.run((ctx) =>
    ctx.tx
      .selectFrom('ci_sections as s')
      .innerJoin('ci_sources as o', (on) =>
        on.onRef('o.client_id', '=', 's.client_id').onRef('o.id', '=', 's.source_ref'),
      )
      .select(['o.external_id', 's.section', 's.content'])
      .where('s.client_id', '=', clientId)
      .orderBy('s.section')
      .execute(),
  );

test('a part of an inventory changes what it tells and forgets nothing of the rest', async () => {
  const dogwood = await desk.run((ctx) => createClient(ctx, { name: 'Dogwood', code: 'DOG', timeZone: 'UTC' }));
  const { key } = await make(dogwood);
  await post(key, file('glpi/computer_1.json'));
  const [before] = await itemsOf(dogwood);
  const part = file('glpi/computer_1_partial_cpu.json').toString().replace('"core": 2', '"core": 4');
  await post(key, part);
  const [after, ...others] = await itemsOf(dogwood);
  expect(others).toEqual([]);
  expect(after).toEqual({ ...before, attributes: { ...before?.attributes, cores: 4 } });
  expect(after?.attributes).toMatchObject({ operatingSystem: 'Fedora 31 (Workstation Edition)', cores: 4 });
});

test('one serial number at two clients is two machines, and a clone with the same name of its own is one of each client', async () => {
  const [elm, fir] = await desk.run(async (ctx) => [
    await createClient(ctx, { name: 'Elm', code: 'ELM', timeZone: 'UTC' }),
    await createClient(ctx, { name: 'Fir', code: 'FIR', timeZone: 'UTC' }),
  ]);
  const [a, b] = [await make(elm), await make(fir)];
  await Promise.all([post(a.key, fusion), post(b.key, fusion)]);
  const [there, here] = [await itemsOf(elm), await itemsOf(fir)];
  expect([there.length, here.length]).toEqual([1, 1]);
  expect(there[0]?.id).not.toBe(here[0]?.id);
});

test('a host name is text, whatever it holds', async () => {
  const gum = await desk.run((ctx) => createClient(ctx, { name: 'Gum', code: 'GUM', timeZone: 'UTC' }));
  const { key } = await make(gum);
  const names = [
    '<img src=x onerror=alert(1)>',
    "'; drop table x; --",
    '=cmd|calc',
    '\u202egpj',
    '{{7*7}}',
    'y'.repeat(5_000),
  ];
  for (const [at, name] of names.entries())
    expect((await post(key, JSON.stringify({ deviceid: `d${at}`, content: { hardware: { name } } }))).statusCode).toBe(
      200,
    );
  expect((await itemsOf(gum)).map(({ name }) => name.slice(0, 40)).sort()).toEqual(
    ['<img src=x onerror=alert(1)>', "'; drop table x; --", '=cmd|calc', 'gpj', '{{7*7}}', 'y'.repeat(40)].sort(),
  );
});
