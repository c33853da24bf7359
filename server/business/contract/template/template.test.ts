import { expect, test } from 'vitest';
import type { ContractView } from '#shared/contract.ts';
import type { ContractDrift, ContractTemplateRow, ContractTemplateView } from '#shared/contract-template.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: ['web'] });
const { fina, olga, acme, birch, contract } = await billingDesk(desk, null);
const today = new Date().toISOString().slice(0, 10);
const USERS = { kind: 'all_inclusive', name: 'Managed user', unit: 'user', quantity: '1', price: '95' };
const BACKUP = { kind: 'fixed', name: 'Backup', unit: 'server', quantity: '1', price: '40' };
const template = (body: object) => done<{ id: string }>(fina, 'POST', '/contract-templates', body);
const view = (id: string) => done<ContractTemplateView>(fina, 'GET', `/contract-templates/${id}`);
const draft = (clientId: string, templateId: string) =>
  done<{ id: string }>(fina, 'POST', '/contracts', { clientId, templateId, name: 'Gold', begins: today });
const contractOf = (id: string) => done<ContractView>(fina, 'GET', `/contracts/${id}`);
const driftOf = async (id: string) =>
  (await done<{ items: ContractDrift[] }>(fina, 'GET', `/contract-templates/${id}/drift`)).items;

test('a contract that is made from a template has its schedule and lines, and shows no difference until either changes', async () => {
  const { id } = await template({
    name: 'Gold',
    termMonths: 12,
    renewsMonths: 12,
    upliftPercent: '3',
    lines: [USERS, BACKUP],
  });
  const { id: made } = await draft(acme, id);
  const before = await contractOf(made);
  expect(before).toMatchObject({ template: { id, name: 'Gold' }, renewsMonths: 12, upliftPercent: '3' });
  expect(before.ends?.slice(0, 4)).toBe(String(Number(today.slice(0, 4)) + 1));
  expect(before.lines.map(({ name, terms }) => [name, terms[0]?.price])).toEqual([
    ['Managed user', '95'],
    ['Backup', '40'],
  ]);
  const [line] = before.lines;
  // How many there are is the client's own.
  await done(fina, 'PUT', `/contracts/${made}/lines/${line?.id}/terms`, {
    ...{ version: line?.version, from: today, quantity: '20', price: '95.00' },
  });
  expect((await driftOf(id)).map(({ lines, own }) => [lines, own])).toEqual([[[], []]]);

  const { version, lines } = await view(id);
  const changed = lines.map(({ counts: _, ...one }) => ({ ...one, ...(one.name === 'Backup' ? {} : { price: '99' }) }));
  const more = { kind: 'time', name: 'Projects', percent: '90' };
  await done(fina, 'PATCH', `/contract-templates/${id}`, { version, lines: [...changed, more] });
  await done(fina, 'DELETE', `/contracts/${made}/lines/${before.lines[1]?.id}`);
  await done(fina, 'POST', `/contracts/${made}/lines`, { ...BACKUP, name: 'Own' });
  const [drift] = await driftOf(id);
  expect(drift?.own).toEqual(['Own']);
  expect(
    drift?.lines.map(({ name, differs }) => [
      name,
      differs.map(({ field, template: t, contract: c }) => [field, t, c]),
    ]),
  ).toEqual([
    ['Managed user', [['price', '99', '95']]],
    ['Backup', [['missing', null, null]]],
    ['Projects', [['missing', null, null]]],
  ]);
  const { items } = await done<{ items: ContractTemplateRow[] }>(fina, 'GET', '/contract-templates');
  expect(items).toMatchObject([{ name: 'Gold', lines: 3, monthly: 13_900, contracts: 1, drifted: 1 }]);

  const lineIds = drift?.lines.map(({ lineId }) => lineId);
  const aligned = await done<ContractView>(fina, 'POST', `/contracts/${made}/align`, { from: today, lineIds });
  expect(aligned.lines.map(({ name, terms }) => [name, terms.at(-1)?.quantity, terms.at(-1)?.price])).toEqual([
    ['Managed user', '20', '99'],
    ['Own', '1', '40'],
    ['Backup', '1', '40'],
    ['Projects', undefined, undefined],
  ]);
  expect((await driftOf(id))[0]?.lines).toEqual([]);
});

test('a contract becomes a template, without what is the client’s own, and counts as made from it', async () => {
  const device = await done<{ id: string }>(olga, 'POST', '/items', {
    clientId: birch,
    name: 'NB-1',
    classKey: 'laptop',
  });
  const standing = await contract(
    { clientId: birch, begins: '2026-01-01' },
    {
      ...{ ...USERS, covers: { itemIds: [device.id], hours: ['in_hours'] }, counts: { source: 'people' } },
    },
  );
  const { id } = await template({ name: 'As Birch', contractId: standing.id });
  const made = await view(id);
  expect(made.lines).toMatchObject([
    { name: 'Managed user', quantity: '1', counts: { name: 'People' }, covers: { hours: ['in_hours'] } },
  ]);
  expect(await contractOf(standing.id)).toMatchObject({ template: { name: 'As Birch' } });
  expect(await driftOf(id)).toMatchObject([{ client: { id: birch }, lines: [], own: [] }]);
});

test('a contract that was there before is held against a template: lines of the same kind and name are compared', async () => {
  const standing = await contract(
    { clientId: birch, begins: '2026-01-01', name: 'Older' },
    { ...USERS, price: '80' },
    BACKUP,
  );
  const { id } = await template({ name: 'Bronze', lines: [USERS] });
  await done(fina, 'PATCH', `/contracts/${standing.id}`, { version: standing.version, templateId: id });
  expect(await driftOf(id)).toMatchObject([
    { lines: [{ differs: [{ field: 'price', contract: '80' }] }], own: ['Backup'] },
  ]);
  const { version } = await contractOf(standing.id);
  await done(fina, 'PATCH', `/contracts/${standing.id}`, { version, templateId: null });
  expect(await driftOf(id)).toEqual([]);
});

test('templates of another tier are not offered, and one that is not in use makes no contract', async () => {
  const owner = await hire(desk);
  const group = await done<{ id: string }>(owner, 'POST', '/client-groups', { name: 'Silver' });
  const { id } = await template({ name: 'Silver only', groupId: group.id, lines: [BACKUP] });
  const offered = async (clientId: string) =>
    (await done<{ items: ContractTemplateRow[] }>(fina, 'GET', `/contract-templates?clientId=${clientId}`)).items;
  expect((await offered(acme)).map(({ name }) => name)).not.toContain('Silver only');
  const { version } = await done<{ version: number }>(owner, 'GET', `/clients/${acme}`);
  await done(owner, 'PATCH', `/clients/${acme}`, { version, groupId: group.id });
  expect((await offered(acme))[0]?.name).toBe('Silver only');
  await done(fina, 'PATCH', `/contract-templates/${id}`, { version: 1, active: false });
  const refused = await fina.call('POST', '/contracts', { clientId: acme, templateId: id, name: 'No', begins: today });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('templateId')]);
});

test.each([
  [{ name: 'gold ' }, 'name'],
  [{ name: 'Odd', currency: 'XXQ' }, 'currency'],
  [{ name: 'Odd', groupId: acme }, 'groupId'],
  [{ name: 'Odd', contractId: acme }, 'contractId'],
  [{ name: 'Odd', lines: [USERS, USERS] }, 'lines.1.name'],
  [{ name: 'Odd', lines: [{ ...USERS, price: undefined }] }, 'lines.0.price'],
  [{ name: 'Odd', lines: [{ kind: 'time', name: 'T', quantity: '1', price: '1' }] }, 'lines.0.quantity'],
  [{ name: 'Odd', lines: [{ ...USERS, taxRateId: acme }] }, 'lines.0.taxRateId'],
  [{ name: 'Odd', lines: [{ ...USERS, covers: { categoryIds: [acme] } }] }, 'lines.0.covers.categoryIds'],
  [{ name: 'Odd', lines: [{ ...USERS, id: acme }] }, 'lines.0.id'],
])('a template that cannot be is refused by its field: %j', async (body, path) => {
  const { status, body: problem } = await fina.call('POST', '/contract-templates', body);
  expect(status).toBe(422);
  expect((problem as { errors: { path: string }[] }).errors.map((one) => one.path)).toContain(path);
});

test('who sees some clients only reads templates, sees their drift alone, and changes none', async () => {
  const limited = await hire(desk, { name: 'Lim Ited', role: 'finance', clientIds: [birch] });
  const { items } = await done<{ items: ContractTemplateRow[] }>(limited, 'GET', '/contract-templates');
  expect(items.find(({ name }) => name === 'Gold')).toMatchObject({ contracts: 0, drifted: 0 });
  expect((await limited.call('POST', '/contract-templates', { name: 'Mine' })).status).toBe(403);
});
