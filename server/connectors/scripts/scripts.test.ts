import { beforeEach, expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { doTask, type Script } from '#server/connectors/core/index.ts';
import type { ConnectorView } from '#shared/connector.ts';
import type { EstateItemRow } from '#shared/estate.ts';
import type { OfferedScripts, ScriptRunView, ScriptView } from '#shared/script.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { openSmallRmm, SMALL_TOKEN } from '#tests/small-rmm.ts';
import { moveClock } from '#tests/visitor.ts';
import { askedAgainAfter, workScripts } from './work.ts';

const desk = await openDesk({ roles: ['web'] });
const rmm = await openSmallRmm();
const owner = await hire(desk, { name: 'Olive Owner' });
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const tom = await hire(desk, { name: 'Tom Technician', role: 'technician' });
const dora = await hire(desk, { name: 'Dora Dispatcher', role: 'dispatcher' });
const limited = await hire(desk, { name: 'Lim Limited', role: 'dispatcher', clientIds: [birch] });
const never = new AbortController().signal;
const script = (externalId: string, name: string, parameters: Script['parameters'] = []): Script => ({
  ...{ externalId, name, description: '', parameters },
});
const folder = { name: 'folder', help: 'Whose files', required: true };
const days = { name: 'days', help: 'How old', required: false };
rmm.sites = [{ externalId: 'a', name: 'Acme', parentName: null, deviceCount: 1 }];
rmm.devices = [1, 2].map((nth) => ({
  ...{ externalId: `d${nth}`, name: `PC${nth}`, classKey: nth === 1 ? 'workstation' : 'printer', site: 'a' },
  identifiers: [{ kind: 'serial', value: `SN-${nth}-4711` }],
  attributes: {},
  remoteUrl: `https://rmm.example/remote/${nth}`,
}));
rmm.scripts = [script('s1', 'Clear files', [folder, days]), script('s2', 'Restart spooler')];

const made = await owner.call('POST', '/connectors', {
  ...{ provider: 'small', name: 'Our RMM', baseUrl: rmm.origin, values: { token: SMALL_TOKEN } },
});
const connector = made.body as ConnectorView;
await doTask(desk.services, connector.id, 'devices', never);
await owner.call('PUT', `/connectors/${connector.id}/sites`, { items: [{ externalId: 'a', clientId: acme }] });
await doTask(desk.services, connector.id, 'devices', never);
const items = ((await owner.call('GET', `/items?clientId=${acme}`)).body as { items: EstateItemRow[] }).items;
const pc = items.find(({ name }) => name === 'PC1')?.id ?? '';
const printer = items.find(({ name }) => name === 'PC2')?.id ?? '';

const readList = async () =>
  ((await owner.call('POST', `/connectors/${connector.id}/scripts/read`)).body as { items: ScriptView[] }).items;
const approve = async (name: string, more: object = {}) => {
  const found = (await readList()).find((one) => one.name === name);
  return owner.call('PATCH', `/scripts/${found?.id}`, { version: found?.version, approved: true, ...more });
};
const scriptId = async (name: string) => (await readList()).find((one) => one.name === name)?.id ?? '';
const log = async (about: string | null = pc) => {
  const ticket = await tom.call('POST', '/tickets', {
    clientId: acme,
    title: 'Slow',
    kind: 'incident',
  });
  const { id } = ticket.body as { id: string };
  if (about) await tom.call('POST', `/tickets/${id}/items`, { itemId: about });
  return id;
};
const ask = async (ticket: string, name: string, more: object = {}, who = tom) =>
  who.call('POST', `/tickets/${ticket}/script-runs`, { itemId: pc, scriptId: await scriptId(name), ...more });
const runs = async (ticket: string, who = tom) =>
  ((await who.call('GET', `/tickets/${ticket}/script-runs`)).body as { items: ScriptRunView[] }).items;
const timeline = async (ticket: string) => JSON.stringify((await tom.call('GET', `/tickets/${ticket}/timeline`)).body);
const work = () => workScripts(desk.services, never);
let passed = 0;
const later = (minutes: number) => {
  passed += minutes;
  moveClock(desk, passed);
};

beforeEach(async () => {
  Object.assign(rmm, { faults: [], begun: [], before: () => {}, run: { state: 'running', output: '', errors: '' } });
  await desk.run(({ tx }) => tx.deleteFrom('script_runs').execute());
});

test('nothing is approved by itself; what is, is offered on the classes it is for, without the values that are fixed', async () => {
  expect((await readList()).map(({ name, approved }) => [name, approved])).toEqual([
    ['Clear files', false],
    ['Restart spooler', false],
  ]);
  const offered = async (item: string, who = tom) =>
    ((await who.call('GET', `/items/${item}/scripts`)).body as OfferedScripts).items;
  expect(await offered(pc)).toEqual([]);
  expect((await approve('Clear files', { fixed: { nope: 'x' } })).body).toMatchObject({
    errors: [{ path: 'fixed.nope', message: 'is not a parameter of this script' }],
  });
  expect((await approve('Clear files', { classKey: 'nope' })).body).toMatchObject({ errors: [{ path: 'classKey' }] });
  expect((await approve('Clear files', { fixed: { days: '30' }, secondPerson: false })).status).toBe(200);
  expect((await approve('Restart spooler', { classKey: 'printer' })).status).toBe(200);
  expect(await offered(pc)).toMatchObject([
    { name: 'Clear files', connector: 'Our RMM', secondPerson: false, parameters: [folder] },
  ]);
  expect((await offered(printer)).map(({ name }) => name)).toEqual(['Restart spooler']);
  // Another client's device is not there.
  expect((await limited.call('GET', `/items/${pc}/scripts`)).status).toBe(404);
  expect(
    (await tom.call('PATCH', `/scripts/${await scriptId('Clear files')}`, { version: 1, approved: false })).status,
  ).toBe(403);
});

test('a script runs once on the ticket’s device with what was typed and what is fixed, and its output lands in the ticket', async () => {
  const ticket = await log();
  expect((await ask(ticket, 'Clear files')).body).toMatchObject({
    errors: [{ path: 'parameters.folder', message: 'is needed' }],
  });
  expect((await ask(ticket, 'Clear files', { parameters: { folder: 'x', days: '1' } })).body).toMatchObject({
    errors: [{ path: 'parameters.days', message: 'is not asked for by this script' }],
  });
  expect((await ask(ticket, 'Restart spooler')).body).toMatchObject({ errors: [{ path: 'scriptId' }] });
  expect((await ask(await log(null), 'Clear files', { parameters: { folder: 'x' } })).body).toMatchObject({
    errors: [{ path: 'itemId' }],
  });
  expect(
    (await ask(ticket, 'Clear files', { parameters: { folder: 'C:\\Temp' }, reason: 'Disk is full' })).status,
  ).toBe(201);
  expect(await ask(ticket, 'Clear files', { parameters: { folder: 'C:\\Temp' } })).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('asked for this script on this device already') },
  });
  expect(await work()).toBe(1);
  expect(await work()).toBe(0);
  expect(rmm.begun).toEqual([{ device: 'd1', script: 's1', parameters: { folder: 'C:\\Temp', days: '30' } }]);
  rmm.run = { state: 'succeeded', output: 'Deleted <b>12</b> files\nFreed 3 GB', errors: '' };
  later(0.1);
  expect(await work()).toBe(1);
  expect(await runs(ticket)).toMatchObject([
    {
      state: 'succeeded',
      askedBy: expect.stringContaining('Tom'),
      output: 'Deleted <b>12</b> files\nFreed 3 GB',
      mayCancel: false,
    },
  ]);
  const told = await timeline(ticket);
  expect(told).toContain('asked to run Clear files on PC1: Disk is full');
  expect(told).toContain('Clear files on PC1 ended well');
  expect(told).toContain('<pre>Deleted &lt;b&gt;12&lt;/b&gt; files\\nFreed 3 GB</pre>');
  // It is staff's alone.
  expect(await desk.run(({ tx }) => tx.selectFrom('messages').select('visibility').execute())).toEqual([
    { visibility: 'internal' },
  ]);
  expect(await work()).toBe(0);
});

test('where a second person has to agree, it is somebody else, once, and a refusal says why', async () => {
  await approve('Clear files', { secondPerson: true });
  const ticket = await log();
  await ask(ticket, 'Clear files', { parameters: { folder: 'x' } }, dora);
  const [run] = await runs(ticket, dora);
  expect(run).toMatchObject({ state: 'asked', mayDecide: false, mayCancel: true });
  expect(await work()).toBe(0);
  const decide = (who: typeof tom, body: object) => who.call('POST', `/script-runs/${run?.id}/decide`, body);
  expect((await decide(dora, { agree: true })).status).toBe(403);
  expect((await decide(tom, { agree: true })).status).toBe(403);
  expect((await decide(limited, { agree: true })).status).toBe(404);
  expect((await owner.call('POST', `/script-runs/${run?.id}/decide`, { agree: false })).body).toMatchObject({
    errors: [{ path: 'note' }],
  });
  expect((await owner.call('POST', `/script-runs/${run?.id}/decide`, { agree: true })).status).toBe(200);
  expect((await owner.call('POST', `/script-runs/${run?.id}/decide`, { agree: true })).status).toBe(409);
  await work();
  expect(rmm.begun).toHaveLength(1);
  expect((await dora.call('POST', `/script-runs/${run?.id}/cancel`)).status).toBe(409);
  const notes = await dora.call('GET', '/me/notifications');
  expect(JSON.stringify(notes.body)).toContain('agreed to run Clear files on PC1');

  const other = await log();
  await desk.run(({ tx }) => tx.deleteFrom('script_runs').execute());
  await ask(other, 'Clear files', { parameters: { folder: 'x' } });
  const [second] = await runs(other, dora);
  expect(second?.mayDecide).toBe(true);
  await dora.call('POST', `/script-runs/${second?.id}/decide`, { agree: false, note: 'Ask the client first' });
  expect(await runs(other)).toMatchObject([{ state: 'refused', decidedBy: expect.stringContaining('Dora') }]);
  expect(await timeline(other)).toContain('refused to run Clear files on PC1: Ask the client first');
  await work();
  expect(rmm.begun).toHaveLength(1);
});

test('nothing is begun twice: not by two workers, not after one fell silent, not after the line failed; a limit is waited out', async () => {
  await approve('Clear files', { secondPerson: false });
  const one = await log();
  await ask(one, 'Clear files', { parameters: { folder: 'x' } });
  await Promise.all([work(), work(), work()]);
  expect(rmm.begun).toHaveLength(1);
  const start = async () => {
    await desk.run(({ tx }) => tx.deleteFrom('script_runs').execute());
    rmm.begun = [];
    const ticket = await log();
    await ask(ticket, 'Clear files', { parameters: { folder: 'x' } });
    return ticket;
  };

  const silent = await start();
  await desk.run(({ tx }) =>
    tx.updateTable('script_runs').set({ state: 'starting', next_at: desk.services.now() }).execute(),
  );
  await work();
  expect(await runs(silent)).toMatchObject([{ state: 'unknown' }]);
  expect(rmm.begun).toEqual([]);
  expect(await timeline(silent)).toContain('may have begun');

  const broken = await start();
  rmm.faults = [{ path: '/begin', status: 502, times: 1 }];
  await work();
  expect(await runs(broken)).toMatchObject([{ state: 'unknown', fault: 'It answered 502.' }]);

  const limitedBy = await start();
  rmm.faults = [{ path: '/begin', status: 429, times: 1 }];
  await work();
  expect(await runs(limitedBy)).toMatchObject([{ state: 'waiting', fault: 'Too many calls.' }]);
  later(2.1);
  await work();
  expect(await runs(limitedBy)).toMatchObject([{ state: 'queued', fault: '' }]);
  expect(rmm.begun).toHaveLength(1);
});

test('an approval ends when a script asks for other values or is gone, and nothing of it is begun any more', async () => {
  await approve('Clear files', { secondPerson: false, fixed: {} });
  const ticket = await log();
  await ask(ticket, 'Clear files', { parameters: { folder: 'x' } });
  rmm.scripts = [script('s1', 'Clear files', [folder, days, { ...days, name: 'force' }])];
  const list = await readList();
  expect(list).toMatchObject([
    { name: 'Restart spooler', approved: true, gone: true },
    { name: 'Clear files', approved: false, withdrawnWhy: 'Its parameters have changed since it was approved.' },
  ]);
  await work();
  expect(rmm.begun).toEqual([]);
  expect(await runs(ticket)).toMatchObject([{ state: 'failed' }]);
  expect((await approve('Restart spooler')).status).toBe(422);
  rmm.scripts = [script('s1', 'Clear files', [folder, days])];
  await approve('Clear files', { secondPerson: false });
});

test('a device that is another’s by now, and a connection that is off, get nothing', async () => {
  const ticket = await log();
  await ask(ticket, 'Clear files', { parameters: { folder: 'x' } });
  await owner.call('POST', `/connectors/${connector.id}/pause`);
  await work();
  expect(await runs(ticket)).toMatchObject([{ state: 'failed', fault: 'The connection to Our RMM is not on.' }]);
  await owner.call('POST', `/connectors/${connector.id}/resume`);

  const next = await log();
  await ask(next, 'Clear files', { parameters: { folder: 'x' } });
  await owner.call('PUT', `/connectors/${connector.id}/sites`, { items: [{ externalId: 'a', clientId: birch }] });
  await doTask(desk.services, connector.id, 'devices', never);
  await work();
  expect(rmm.begun).toEqual([]);
  expect(await runs(next)).toMatchObject([{ state: 'failed' }]);
  await owner.call('PUT', `/connectors/${connector.id}/sites`, { items: [{ externalId: 'a', clientId: acme }] });
  await doTask(desk.services, connector.id, 'devices', never);
});

test('a ticket that moves to another client leaves its runs with the device', async () => {
  const ticket = await log();
  await ask(ticket, 'Clear files', { parameters: { folder: 'x' } });
  expect((await owner.call('POST', `/tickets/${ticket}/move`, { clientId: birch, reason: 'Wrong one' })).status).toBe(
    201,
  );
  await work();
  expect(rmm.begun).toEqual([]);
  expect(await runs(ticket, dora)).toEqual([]);
});

test('a remote session with the ticket’s device is noted before it begins', async () => {
  const ticket = await log();
  const begin = (itemId: string, who = tom) => who.call('POST', `/tickets/${ticket}/remote-sessions`, { itemId });
  expect((await begin(pc)).body).toEqual({ url: 'https://rmm.example/remote/1' });
  expect(await timeline(ticket)).toContain('began a remote session on PC1');
  expect((await begin(printer)).status).toBe(422);
  expect((await begin(pc, limited)).status).toBe(404);
});

test('a run stays in sight and begins when its device is joined with another item', async () => {
  await approve('Clear files', { secondPerson: true });
  const ticket = await log();
  await ask(ticket, 'Clear files', { parameters: { folder: 'x' } });
  const noted = await tom.call('POST', '/items', { clientId: acme, name: 'The PC of Ada', classKey: 'workstation' });
  const { id: kept } = noted.body as { id: string };
  const joined = await owner.call('POST', `/items/${kept}/join`, { otherId: pc });
  const [run] = await runs(ticket);
  expect(run).toMatchObject({ itemId: kept, state: 'asked' });
  expect(await ask(ticket, 'Clear files', { itemId: kept, parameters: { folder: 'y' } })).toMatchObject({
    status: 409,
  });
  await owner.call('POST', `/script-runs/${run?.id}/decide`, { agree: true });
  await work();
  expect(rmm.begun).toEqual([{ device: 'd1', script: 's1', parameters: { folder: 'x' } }]);
  await owner.call('DELETE', `/item-duplicates/${(joined.body as { id: string }).id}/decision`);
  expect(await runs(ticket)).toMatchObject([{ itemId: pc, state: 'queued' }]);
});

test('what nobody agrees to in a day ends, and what was asked for is taken back', async () => {
  await approve('Clear files', { secondPerson: true });
  const ticket = await log();
  await ask(ticket, 'Clear files', { parameters: { folder: 'x' } });
  later(25 * 60);
  await work();
  expect(await runs(ticket)).toMatchObject([{ state: 'cancelled', fault: 'Nobody agreed in time.' }]);
  await ask(ticket, 'Clear files', { parameters: { folder: 'y' } });
  const [run] = await runs(ticket);
  expect((await tom.call('POST', `/script-runs/${run?.id}/cancel`)).status).toBe(200);
  expect((await runs(ticket))[0]?.state).toBe('cancelled');
  expect(rmm.begun).toEqual([]);
});

test('it is asked less often the longer a run takes', () => {
  expect([0, 119_000, 120_000, 3_600_000].map(askedAgainAfter)).toEqual([5_000, 5_000, 30_000, 300_000]);
});
