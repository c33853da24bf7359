import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import type { AdvisoriesImported, AdvisoryList, AdvisoryPreview, ProposalList } from '#shared/problem.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { lookForProblems } from './index.ts';

const desk = await openDesk();
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const olive = await hire(desk, { name: 'Olive Owner' });
const al = await hire(desk, { name: 'Al of Acme', role: 'manager', clientIds: [acme] });
const item = (clientId: string, name: string, attributes: Record<string, string>) =>
  desk.run((ctx) => createItem(ctx, { clientId, classKey: 'firewall', name, attributes }));
const firewall = await item(acme, 'FW-1', { manufacturer: 'Fortinet', model: 'FortiGate-60F' });
await item(acme, 'FW-2', { manufacturer: 'Fortinet', model: 'FortiGate 60F' });
await item(birch, 'FW-3', { manufacturer: 'Fortinet', model: 'FortiGate 100F' });

const post = (what: 'preview' | 'import', list: string, who = olive) =>
  who.call('POST', `/problem-advisories/${what}`, { list });
const preview = async (list: string) => (await post('preview', list)).body as AdvisoryPreview;
const inForce = async () => ((await olive.call('GET', '/problem-advisories')).body as AdvisoryList).items;

const TABLE = `Vendor;Product;Severity;Reference;Published on;Text;Words;Owner
Fortinet, Inc.;FortiGate 60F;Critical;FG-IR-26-001;2026-11-12;"Anybody may log in;
update to 7.4.9";;me
Kyocera;TASKalfa;moderate;https://vendor.example/advisories/7;;;kyocera + taskalfa;`;

test('a table is previewed with whom each concerns, then entered, proposed with what the vendor says, and not entered twice', async () => {
  const seen = await preview(TABLE);
  expect(seen.ignored).toEqual(['Owner']);
  expect(seen.lines).toMatchObject([
    { line: 2, title: 'Fortinet, Inc. FortiGate 60F: FG-IR-26-001', severity: 'critical', items: 2, clients: 1 },
    { line: 4, title: 'Kyocera TASKalfa', severity: 'medium', words: ['kyocera', 'taskalfa'], items: 0, faults: [] },
  ]);
  expect(seen.lines[0]?.words).toEqual(['fortinet', 'fortigate', '60f']);
  expect(await inForce()).toEqual([]);
  expect((await post('import', TABLE)).body).toEqual({ entered: 2, already: 0 } satisfies AdvisoriesImported);
  await lookForProblems(desk.services);
  const { items } = (await al.call('GET', '/problem-proposals')).body as ProposalList;
  expect(items.map(({ title, counted }) => [title, counted])).toEqual([
    ['Advisory: Fortinet, Inc. FortiGate 60F: FG-IR-26-001', 2],
  ]);
  expect(items[0]?.evidence).toEqual(
    expect.arrayContaining([
      'Fortinet, Inc. calls it critical.',
      'It is known as FG-IR-26-001, published on 12 Nov 2026.',
      'Anybody may log in;\nupdate to 7.4.9',
    ]),
  );
  expect((await preview(TABLE.replace('FG-IR', 'fg-ir'))).lines.map(({ already }) => already)).toEqual([true, true]);
  expect((await post('import', TABLE)).body).toEqual({ entered: 0, already: 2 });
  expect((await inForce()).map(({ url }) => url).sort()).toEqual(['', 'https://vendor.example/advisories/7']);
});

test('JSON is read by the same names, and found among the programs of a device', async () => {
  await desk.run(async (ctx) => {
    const source = await ctx.tx
      .selectFrom('ci_sources')
      .select('id')
      .where('client_id', '=', acme)
      .where('item_id', '=', firewall)
      .executeTakeFirstOrThrow();
    await ctx.tx
      .insertInto('ci_software')
      .values({ client_id: acme, source_ref: source.id, name: 'Readér DC', version: '24', publisher: 'Adobe Systems' })
      .execute();
  });
  const list = JSON.stringify({
    advisories: [{ vendor: 'Adobe', product: 'Reader', publishedOn: '2026-11-20', words: ['adobe', 'reader'] }],
  });
  expect((await preview(list)).lines).toMatchObject([{ line: 1, title: 'Adobe Reader', items: 1, clients: 1 }]);
});

test('a line that is wrong is named with its fields, and refuses all', async () => {
  const before = await inForce();
  const list = `vendor,product,severity,published on,reference
Good,Thing,low,2026-01-31,A-1
,Thing,awful,2026-02-31,A-2
Bad\u202e,${'x'.repeat(201)},,31.01.2026,A-3`;
  const { lines } = await preview(list);
  expect(lines.map(({ line, faults }) => [line, faults.map(({ field }) => field)])).toEqual([
    [2, []],
    [3, ['vendor', 'severity', 'published on']],
    [4, ['vendor', 'product', 'published on']],
  ]);
  const { status, body } = await post('import', list);
  expect(status).toBe(422);
  expect((body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toContain('line 3, severity');
  expect(await inForce()).toEqual(before);
});

test.each([
  ['no quote that closes', 'vendor,product\n"a,b'],
  ['no columns', 'maker,thing\na,b'],
  ['a column twice', 'vendor,product,Vendor\na,b,c'],
  ['no line', 'vendor,product\n'],
  ['half of JSON', '[{"vendor": "a"'],
  ['other JSON', '{"vendor": "a", "product": "b"}'],
  ['JSON that is deep', '['.repeat(200_000)],
  ['too many', `vendor,product\n${'a,b\n'.repeat(501)}`],
])('%s is refused as a whole', async (_, list) => {
  const { status, body } = await post('preview', list);
  expect([status, (body as { errors: { path: string }[] }).errors[0]?.path]).toEqual([422, 'list']);
});

test('hostile entries are refused by name and harm nothing', async () => {
  const list = `[{"__proto__": {"vendor": "x"}, "constructor": 1}, null, 7, "text", [],
    {"vendor": {"a": 1}, "product": ["b"], "words": [{}]}, {"vendor": "a\\u0000b", "product": "\\ud800"},
    {"vendor": "Evil", "product": "Thing", "reference": "javascript:alert(1)"}, {"vendor": "!!", "product": "??"}]`;
  const { lines } = await preview(list);
  expect(lines.map(({ faults }) => faults.map(({ field }) => field).join())).toEqual([
    ...['vendor,product', 'vendor,product', 'vendor,product', 'vendor,product', 'vendor,product'],
    ...['vendor,product,words', 'vendor,product', '', 'words'],
  ]);
  expect({}).not.toHaveProperty('vendor');
  const good = '[{"vendor": "Evil", "product": "Thing", "reference": "javascript:alert(1)"}]';
  expect((await post('import', good)).status).toBe(201);
  expect((await inForce()).find(({ vendor }) => vendor === 'Evil')).toMatchObject({ url: '' });
});

test('only whoever sees all clients may take a list', async () => {
  expect([(await post('preview', TABLE, al)).status, (await post('import', TABLE, al)).status]).toEqual([403, 403]);
});

test('one that is entered by itself takes what a line of a list does', async () => {
  const enter = (body: object) => olive.call('POST', '/problem-advisories', body);
  const said = {
    vendor: 'Zyxel Ltd',
    product: 'USG Flex',
    severity: 'high',
    reference: 'ZY-2026-1',
    text: 'Update to 5.40',
  };
  const made = await enter(said);
  expect(made.status, made.text).toBe(201);
  expect((await inForce()).find(({ reference }) => reference === 'ZY-2026-1')).toMatchObject({
    ...said,
    ...{ title: 'Zyxel Ltd USG Flex: ZY-2026-1', words: ['zyxel', 'usg', 'flex'], url: '', publishedOn: null },
  });
  // A list passes it over then, and it is not entered twice.
  expect((await post('import', JSON.stringify([said]))).body).toEqual({ entered: 0, already: 1 });
  const twice = await enter({ ...said, reference: 'zy-2026-1' });
  expect([twice.status, twice.text]).toEqual([409, expect.stringContaining('"path":"reference"')]);
  const bare = await enter({ vendor: 'Zyxel' });
  expect([bare.status, bare.text]).toEqual([
    422,
    expect.stringMatching(/title.*is needed where.*words.*is needed where/),
  ]);
  expect((await enter({ ...said, severity: 'dire' })).status).toBe(400);
});
