import { expect, test } from 'vitest';
import type { TicketView } from '#shared/ticket.ts';
import { openChanges } from '#tests/change-desk.ts';

/** By whichever door something is changed that was authorised, it is authorised anew; and a part in it is not wiped out. */
const desk = await openChanges();
const { olga, max, mia, tom, raise, go, begin, change, status, vote, votesOf, plan } = desk;
const category = async (name: string) => ((await olga.call('POST', '/categories', { name })).body as { id: string }).id;
const [mail, network] = [await category('Mail'), await category('Network')];

const asked = async (more: object = {}) => {
  const key = await raise({ ...plan(), ...more });
  await go(key, 'assess');
  expect(await go(key, 'authorise')).toMatchObject({ status: 201 });
  return key;
};
const authorised = async (more: object = {}) => {
  const key = await asked(more);
  expect((await vote(max, key)).status).toBe(200);
  expect(await status(key)).toBe('scheduled');
  return key;
};
const ticketOf = async (key: string) => (await olga.call('GET', `/tickets/${key}`)).body as TicketView;
const isVoid = async (key: string) => {
  const { authorisedAt, approvals, status: now } = await change(key);
  expect([now, authorisedAt, approvals[0]?.state]).toEqual(['assess', null, 'voided']);
};

test('another category, by hand, for many at once or by a macro', async () => {
  const byHand = await authorised();
  const { version } = await ticketOf(byHand);
  expect((await tom.call('PATCH', `/tickets/${byHand}`, { version, categoryId: mail })).status).toBe(200);
  await isVoid(byHand);

  const [first, second] = [await authorised(), await authorised()];
  const ids = [(await ticketOf(first)).id, (await ticketOf(second)).id];
  const bulk = await olga.call('POST', '/tickets/bulk', { ids, categoryId: mail });
  expect(bulk.body).toMatchObject({ items: [{ outcome: 'changed' }, { outcome: 'changed' }] });
  await isVoid(first);
  await isVoid(second);

  const byMacro = await authorised();
  const macro = { name: 'Network', steps: [{ set: { categoryId: network } }] };
  const { id } = (await tom.call('POST', '/macros', macro)).body as { id: string };
  expect((await tom.call('POST', `/tickets/${byMacro}/macros/${id}`, {})).status).toBe(201);
  await isVoid(byMacro);
});

test('what is undone after it was authorised', async () => {
  const key = await raise({ ...plan(), categoryId: mail });
  const { version } = await ticketOf(key);
  const { eventId } = (await tom.call('PATCH', `/tickets/${key}`, { version, categoryId: network })).body as {
    eventId: string;
  };
  await go(key, 'assess');
  await go(key, 'authorise');
  await vote(max, key);
  expect(await status(key)).toBe('scheduled');
  expect((await tom.call('POST', `/tickets/${key}/undo`, { eventId })).status).toBe(201);
  expect((await ticketOf(key)).category?.id).toBe(mail);
  await isVoid(key);
});

test('one that is postponed and goes back to be assessed', async () => {
  const key = await authorised();
  expect((await begin(key)).status).toBe(201);
  expect((await go(key, 'scheduled', { reason: 'The vendor is late' })).status).toBe(201);
  expect((await change(key)).authorisedAt).not.toBeNull();
  expect((await go(key, 'assess', { reason: 'Another way' })).status).toBe(201);
  await isVoid(key);
  expect((await begin(key)).status).toBe(409);
});

test('a task that an approver was given, and that was taken away, keeps them from deciding', async () => {
  const key = await raise(plan());
  const plans = async (staffId: string | null) => {
    const task = { key: 'a', title: 'Patch', teamId: null, staffId, after: [], startMinutes: 0, minutes: 30 };
    const body = { version: (await change(key)).version, tasks: [task] };
    expect((await tom.call('PUT', `/changes/${key}/tasks`, body)).status).toBe(200);
  };
  await plans(max.id);
  await plans(null);
  await go(key, 'assess');
  await go(key, 'authorise');
  expect(await votesOf(max, key)).toEqual([]);
  expect((await vote(mia, key)).status).toBe(200);
  expect(await status(key)).toBe('scheduled');
});
