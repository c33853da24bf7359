import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createContact } from '#server/business/client/index.ts';
import { contractModule } from '#server/business/contract/index.ts';
import type { ContractView } from '#shared/contract.ts';
import type { NotificationPage } from '#shared/notification.ts';
import type { PortalContractRow, PortalContractView, SinceSigned } from '#shared/signing.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { fetchPdf, wordsOf } from '#tests/pdf.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, tom, acme, birch, preview } = await billingDesk(desk);
const people = await desk.run(async (ctx) => ({
  ada: await createContact(ctx, { clientId: acme, name: 'Ada' }),
  boss: await createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all', language: 'de' }),
  vice: await createContact(ctx, { clientId: acme, name: 'Vice', sees: 'all' }),
  bea: await createContact(ctx, { clientId: birch, name: 'Bea', sees: 'all' }),
}));
const enter = (clientId: string, contactId: string) => enterAs(desk, { clientId, contactId, way: 'mail' });
const [boss, vice, ada, bea] = [
  await enter(acme, people.boss),
  await enter(acme, people.vice),
  await enter(acme, people.ada),
  await enter(birch, people.bea),
];

const look = (id: string) => done<ContractView>(fina, 'GET', `/contracts/${id}`);
const read = (id: string) => done<PortalContractView>(boss, 'GET', `/portal/contracts/${id}`);
async function draft(name = 'Managed service') {
  const body = { clientId: acme, name, begins: '2026-10-01', terms: 'We answer within an hour.', notes: 'Costs us 5' };
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', body);
  const line = { kind: 'fixed', name: 'Seats', unit: 'seat', quantity: '12.5', price: '49.99' };
  await done(fina, 'POST', `/contracts/${id}/lines`, line);
  return id;
}
async function send(id: string, contactId = people.boss) {
  return fina.call('POST', `/contracts/${id}/send`, { version: (await look(id)).version, contactId });
}
async function sent(name?: string) {
  const id = await draft(name);
  expect((await send(id)).status).toBe(200);
  return id;
}
const takeBack = async (id: string) =>
  fina.call('POST', `/contracts/${id}/take-back`, { version: (await look(id)).version });
const signing = { name: ' Berta Boss ', consent: true };
const sign = (who: typeof boss, id: string, version: number, more: object = {}) =>
  who.call('POST', `/portal/contracts/${id}/sign`, { version, ...signing, ...more });

test('a contract is sent, read and signed in the portal as it was sent, and holds once it is made active', async () => {
  const id = await sent();
  expect(await look(id)).toMatchObject({
    ...{ state: 'sent', signature: null, sent: { to: { id: people.boss, name: 'Boss' }, by: 'Fina Finance' } },
  });
  const { items } = await done<{ items: PortalContractRow[] }>(boss, 'GET', '/portal/contracts');
  expect(items).toMatchObject([
    { id, name: 'Managed service', state: 'sent', monthly: 62_488, mine: true, to: 'Boss' },
  ]);
  const shown = await read(id);
  expect(shown.document).toMatchObject({
    ...{ seller: { name: 'Harbour IT Pty Ltd' }, monthly: 62_488, terms: 'We answer within an hour.' },
    lines: [{ name: 'Seats', unit: 'seat', prices: [{ quantity: '12.5', price: '49.99', amount: 62_488 }] }],
  });
  expect(JSON.stringify(shown)).not.toContain('Costs us 5');
  const { status, body } = await sign(boss, id, shown.version);
  expect([status, body]).toMatchObject([200, { state: 'signed', signature: { name: 'Berta Boss' } }]);

  const { signature, state, version } = await look(id);
  expect([state, signature]).toMatchObject(['signed', { name: 'Berta Boss', contact: { id: people.boss } }]);
  expect(JSON.parse(signature?.content ?? '')).toEqual(shown.document);
  expect(signature?.sha256).toBe(
    createHash('sha256')
      .update(signature?.content ?? '')
      .digest('hex'),
  );
  const told = await done<NotificationPage>(fina, 'GET', '/me/notifications');
  expect(told.items[0]).toMatchObject({ contractId: id, text: 'Managed service was signed by Boss. Make it active.' });

  expect((await preview(acme, '2026-11-30')).filter(({ lines }) => lines.length > 0)).toEqual([]);
  await done(fina, 'PATCH', `/contracts/${id}`, { version, state: 'active' });
  expect(await read(id)).toMatchObject({ state: 'active', signature: { name: 'Berta Boss' } });
  const active = await look(id);
  // What was signed stays; what beside it is the firm's own does not.
  const change = (body: object) => fina.call('PATCH', `/contracts/${id}`, { version: active.version, ...body });
  expect(await change({ terms: 'Otherwise' })).toMatchObject({ status: 422, body: { errors: [{ path: 'terms' }] } });
  expect((await change({ terms: active.terms, notes: 'Renewed by phone' })).status).toBe(200);
  expect((await preview(acme, '2026-11-30')).length).toBe(1);
});

test('those who may sign are listed for whoever reads contracts, by the rule by which sending is refused', async () => {
  const listed = async (who: typeof fina, of: string) => who.call('GET', `/clients/${of}/signers`);
  expect((await listed(fina, acme)).body).toEqual({
    items: [
      { id: people.boss, name: 'Boss' },
      { id: people.vice, name: 'Vice' },
    ],
  });
  const id = await draft('Who signs');
  expect(await send(id, people.ada)).toMatchObject({ status: 422, body: { errors: [{ path: 'contactId' }] } });
  // Where everybody looks after the whole company by themselves, everybody may.
  const sees = (value: string, version: number) =>
    done(olga, 'PUT', '/settings/portal.sees', { level: 'client', id: acme, value: { sees: value }, version });
  await sees('all', 0);
  const names = ((await listed(fina, acme)).body as { items: { name: string }[] }).items.map(({ name }) => name);
  expect(names).toContain('Ada');
  expect((await send(id, people.ada)).status).toBe(200);
  await takeBack(id);
  await sees('own', 1);
  expect((await listed(tom, acme)).status).toBe(403);
  const tess = await hire(desk, { name: 'Tess', role: 'finance', clientIds: [birch] });
  expect((await listed(tess, acme)).status).toBe(404);
});

test('what was sent is not billed and not changed until it is taken back, which voids it', async () => {
  const id = await sent('Held fast');
  const { lines, version } = await look(id);
  const line = lines[0];
  const refused = { status: 409, body: { detail: expect.stringContaining('Take it back first') } };
  const prices = { version: line?.version, from: '2026-11-01', quantity: '1', price: '1' };
  for (const [method, url, body] of [
    ['PATCH', '', { version, terms: 'Otherwise' }],
    ['PATCH', '', { version, state: 'active' }],
    ['PATCH', '', { version, state: 'ended' }],
    ['PATCH', '', { version, state: 'active', name: 'Otherwise' }],
    ['POST', '/lines', { kind: 'fixed', name: 'More', quantity: '1', price: '1' }],
    ['PATCH', `/lines/${line?.id}`, { version: line?.version, name: 'Otherwise' }],
    ['PUT', `/lines/${line?.id}/terms`, prices],
    ['DELETE', `/lines/${line?.id}`, undefined],
  ] as const)
    expect(await fina.call(method, `/contracts/${id}${url}`, body), `${method} ${url}`).toMatchObject(refused);
  const before = await read(id);
  expect((await takeBack(id)).body).toMatchObject({ state: 'draft', sent: null });
  expect((await boss.call('GET', `/portal/contracts/${id}`)).status).toBe(404);
  expect((await sign(boss, id, before.version)).status).toBe(404);

  await done(fina, 'PUT', `/contracts/${id}/lines/${line?.id}/terms`, prices);
  await send(id);
  expect(await sign(boss, id, before.version)).toMatchObject({
    ...{ status: 409, body: { detail: expect.stringContaining('sent again') } },
  });
  const { version: now } = await read(id);
  expect((await sign(boss, id, now)).status).toBe(200);
  expect(await sign(boss, id, now)).toMatchObject({
    ...{ status: 409, body: { detail: expect.stringContaining('signed already') } },
  });
  expect((await takeBack(id)).status).toBe(409);
  const signed = await look(id);
  const asSigned = { status: 409, body: { detail: expect.stringContaining('Make it active first') } };
  const { version: last } = signed;
  expect(await fina.call('PATCH', `/contracts/${id}`, { version: last, state: 'ended' })).toMatchObject(asSigned);
  expect(await fina.call('PATCH', `/contracts/${id}`, { version: last, terms: 'No' })).toMatchObject(asSigned);
  expect((await send(id)).status).toBe(409);
});

test('only whom it was sent to signs, with consent; others of the company read it, and nobody else does', async () => {
  const id = await sent('For the boss');
  const { version } = await read(id);
  expect(await done(vice, 'GET', `/portal/contracts/${id}`)).toMatchObject({ mine: false, to: 'Boss' });
  expect((await sign(vice, id, version)).status).toBe(403);
  expect((await sign(ada, id, version)).status).toBe(403);
  expect((await ada.call('GET', '/portal/contracts')).status).toBe(403);
  expect((await sign(bea, id, version)).status).toBe(404);
  expect((await bea.call('GET', `/portal/contracts/${id}`)).status).toBe(404);
  expect(await done(bea, 'GET', '/portal/contracts')).toEqual({ items: [] });
  // Spaces, marks that turn the direction, fillers that nobody sees, and too much of it are no name.
  for (const name of [
    '   ',
    '\u200f\u200f',
    '\u202eBoss',
    '\u3164\u3164',
    'a\u115f',
    '\u2800\u2800',
    'B'.repeat(10_000),
  ])
    expect(await sign(boss, id, version, { name }), JSON.stringify(name)).toMatchObject({
      ...{ status: 400, body: { errors: [{ path: 'name' }] } },
    });
  expect(await sign(boss, id, version, { consent: false })).toMatchObject({
    ...{ status: 422, body: { errors: [{ path: 'consent' }] } },
  });
  expect((await look(id)).state).toBe('sent');
});

test('it is sent by whoever manages contracts, with a line, to somebody who looks after all of that client', async () => {
  const id = await draft('Not yet');
  for (const contactId of [people.ada, people.bea])
    expect(await send(id, contactId)).toMatchObject({ status: 422, body: { errors: [{ path: 'contactId' }] } });
  expect((await tom.call('POST', `/contracts/${id}/send`, { version: 1, contactId: people.boss })).status).toBe(403);
  for (const state of ['sent', 'signed'])
    expect((await fina.call('PATCH', `/contracts/${id}`, { version: 1, state })).status).toBe(409);
  const empty = await done<{ id: string }>(fina, 'POST', '/contracts', {
    ...{ clientId: acme, name: 'Empty', begins: '2026-10-01' },
  });
  expect((await send(empty.id)).status).toBe(409);
  await done(fina, 'PATCH', `/contracts/${id}`, { version: 1, state: 'active' });
  expect(await look(id)).toMatchObject({ state: 'active', sent: null, signature: null });
  expect((await send(id)).status).toBe(409);
});

test('what the firm keeps beside a contract that was sent does not send whoever reads it back to reading', async () => {
  const id = await sent('Model');
  const { version } = await read(id);
  await done(fina, 'POST', '/contract-templates', { name: 'As Acme has it', contractId: id });
  expect(await look(id)).toMatchObject({ state: 'sent', version, template: { name: 'As Acme has it' } });
  expect((await sign(boss, id, version)).status).toBe(200);
});

test('of two signatures, or of a signature and a taking back, at the same moment one wins', async () => {
  const twice = await sent('Twice');
  const { version } = await read(twice);
  const both = await Promise.all([sign(boss, twice, version), sign(boss, twice, version)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);

  const racing = await sent('Racing');
  const seen = (await read(racing)).version;
  const back = fina.call('POST', `/contracts/${racing}/take-back`, { version: seen });
  const [signed, taken] = await Promise.all([sign(boss, racing, seen), back]);
  expect([signed.status, taken.status].filter((status) => status === 200)).toHaveLength(1);
  const after = await look(racing);
  expect(after.signature !== null).toBe(signed.status === 200);
  expect(after.state).toBe(signed.status === 200 ? 'signed' : 'draft');
});

test('what is signed says all that binds: rates, multipliers, what is taken in, blocks, notice and renewal; and none of it moves', async () => {
  const { items: types } = await done<{ items: { id: string; name: string }[] }>(fina, 'GET', '/work-types');
  const [remote] = types;
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', {
    ...{ clientId: acme, name: 'Support hours', begins: '2026-10-01', ends: '2027-10-01', reference: 'PO 7' },
    ...{ renewsMonths: 12, noticeDays: 60, upliftPercent: '3.5', upliftMonths: 12, afterHours: '1.75' },
  });
  await done(fina, 'POST', `/contracts/${id}/lines`, {
    ...{ kind: 'block_hours', name: 'Ten hours', quantity: '10', price: '160', keepsMonths: 3, percent: '90' },
    covers: { workTypeIds: [remote?.id], kinds: ['incident'], hours: ['in_hours'] },
  });
  const rate = { clientId: acme, from: '2026-01-01' };
  await done(fina, 'POST', '/rates', { ...rate, perHour: '170' });
  await done(fina, 'POST', '/rates', { ...rate, perHour: '172.5', from: '2027-01-01' });
  const own = { ...rate, contractId: id, workTypeId: remote?.id };
  const { id: rateId } = await done<{ id: string }>(fina, 'POST', '/rates', { ...own, perHour: '150' });
  expect((await send(id)).status).toBe(200);

  const { document } = await read(id);
  expect(document).toMatchObject({
    ...{ renewsMonths: 12, noticeDays: 60, upliftPercent: '3.5', ends: '2027-10-01', reference: 'PO 7' },
    ...{ afterHours: '1.75', holiday: '1', minimum: 0, step: 15 },
    lines: [
      {
        ...{ kind: 'block_hours', percent: '90', keepsMonths: 3, weighted: false },
        covers: { workTypes: [remote?.name], kinds: ['incident'], hours: ['in_hours'], services: [] },
      },
    ],
  });
  // The rate of AUD 180 for everybody never holds: the client has one of its own for all work.
  expect(document.rates.map(({ workType, perHour, from }) => [workType, Number(perHour), from])).toEqual([
    [remote?.name, 150, '2026-01-01'],
    [null, 172.5, '2027-01-01'],
    [null, 170, '2026-01-01'],
  ]);

  const cookie = [...boss.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const printed = await desk.app.inject({ url: `/api/v1/portal/contracts/${id}/pdf`, headers: { cookie } });
  const theirs = await wordsOf(printed.rawPayload);
  const { words } = await fetchPdf(desk, fina, `/contracts/${id}/pdf`);
  for (const paper of [theirs, words])
    for (const text of [
      ...['Vertrag: Support hours', '60 Tage vor dem Ende', 'jeweils 12 Monate weiter', '1,75 × die Stundensätze'],
      ...[
        'zu 90 % der Stundensätze',
        'gilt 3 Monate',
        'Tickets der Art Störung',
        '1.600,00',
        'in Schritten von 15 min',
      ],
      ...['150,00', '172,50', 'Harbour IT Pty Ltd'],
    ])
      expect(paper).toContain(text);

  const bound = { status: 409, body: { detail: expect.stringContaining('Take it back first') } };
  expect(await fina.call('POST', '/rates', { ...own, perHour: '1', from: '2027-01-01' })).toMatchObject(bound);
  expect(await fina.call('PATCH', `/rates/${rateId}`, { version: 1, perHour: '1' })).toMatchObject(bound);
  expect(await fina.call('DELETE', `/rates/${rateId}`)).toMatchObject(bound);
  await takeBack(id);
  expect((await fina.call('DELETE', `/rates/${rateId}`)).status).toBe(204);
});

test('what finance changes of a signed contract is told, with what was signed; going on as agreed is no change', async () => {
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', {
    ...{ clientId: acme, name: 'Held against', begins: '2026-10-01', ends: '2026-10-31' },
    ...{ renewsMonths: 1, afterHours: '1.5', upliftPercent: '3', upliftMonths: 1 },
  });
  const line = (body: object) => done<{ id: string }>(fina, 'POST', `/contracts/${id}/lines`, body);
  const seats = await line({ kind: 'all_inclusive', name: 'Seats', unit: 'seat', quantity: '10', price: '50' });
  const spare = await line({ kind: 'fixed', name: 'Backup', quantity: '1', price: '20' });
  const rate = { clientId: acme, contractId: id, from: '2026-01-01' };
  const { id: rateId } = await done<{ id: string }>(fina, 'POST', '/rates', { ...rate, perHour: '150' });
  const changed = async (who = fina) =>
    (await done<{ items: SinceSigned[] }>(who, 'GET', `/contracts/${id}/changed-since-signed`)).items;
  expect(await changed()).toEqual([]);
  await send(id);
  await sign(boss, id, (await read(id)).version);
  expect(await changed()).toEqual([]);
  await done(fina, 'PATCH', `/contracts/${id}`, { version: (await look(id)).version, state: 'active' });
  // It goes on for a month, and its prices have risen by then, both as it was signed.
  for (const { run } of contractModule.loops) await run(desk.services);
  const active = await look(id);
  expect([active.ends, await changed()]).toEqual(['2026-11-30', []]);

  const seen = (lineId: string) => active.lines.find((one) => one.id === lineId)?.version;
  const terms = { version: seen(seats.id), from: '2026-12-01', quantity: '10', price: '65' };
  await done(fina, 'PUT', `/contracts/${id}/lines/${seats.id}/terms`, terms);
  await done(fina, 'PATCH', `/contracts/${id}/lines/${seats.id}`, { version: 2, covers: { kinds: ['incident'] } });
  await done(fina, 'PATCH', `/contracts/${id}/lines/${spare.id}`, { version: 1, until: '2026-12-01' });
  await line({ kind: 'time', name: 'Projects', from: '2026-12-01' });
  await done(fina, 'PATCH', `/contracts/${id}`, { version: active.version, afterHours: '2', ends: '2026-12-15' });
  await done(fina, 'PATCH', `/rates/${rateId}`, { version: 1, perHour: '175' });
  expect(await changed()).toEqual([
    { what: 'Ends', signed: [expect.stringContaining('30 Oct')], now: [expect.stringContaining('14 Dec')] },
    { what: 'Work outside the hours of service', signed: ['1.5 × the rates'], now: ['2 × the rates'] },
    {
      ...{ what: 'Line: Seats', signed: [expect.stringMatching(/^10 seat × AUD 50[^;]*$/), 'takes in all work'] },
      now: [expect.stringMatching(/AUD 50.*; 10 seat × AUD 65/), 'takes in only: tickets of kind incident'],
    },
    { what: 'Line: Backup', signed: [], now: [expect.stringContaining('30 Nov')] },
    { what: 'Line: Projects', signed: null, now: expect.arrayContaining(['Work by the hour', 'takes in all work']) },
    { what: 'Rate: Any work, from 1 January 2026', signed: ['AUD 150.00'], now: ['AUD 175.00'] },
  ]);
  // The client reads what was signed.
  expect((await read(id)).document.lines.map(({ name }) => name)).toEqual(['Seats', 'Backup']);
  expect((await tom.call('GET', `/contracts/${id}/changed-since-signed`)).status).toBe(403);
  expect((await boss.call('GET', `/contracts/${id}/changed-since-signed`)).status).toBe(404);
});

test('it is printed for whoever may read it, as a draft before it is sent; one that was not sent is not in the portal', async () => {
  const id = await draft('On paper');
  const { words } = await fetchPdf(desk, fina, `/contracts/${id}/pdf`);
  for (const text of ['Contract: On paper', 'Draft, not sent yet', 'We answer within an hour.'])
    expect(words).toContain(text);
  const url = `/portal/contracts/${id}/pdf`;
  expect((await boss.call('GET', url)).status).toBe(404);
  await send(id);
  expect((await bea.call('GET', url)).status).toBe(404);
  expect((await ada.call('GET', url)).status).toBe(403);
  expect((await tom.call('GET', `/contracts/${id}/pdf`)).status).toBe(403);
  expect((await vice.call('GET', url)).status).toBe(200);
});
