import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ALL_PERMISSIONS, BUILT_IN_ROLES } from '#shared/permissions.ts';
import { openDesk } from '../desk.ts';
import { hire } from '../people.ts';
import { welcome } from '../visitor.ts';
import { accessRows, accessTable, type Row } from './matrix.ts';

const desk = await openDesk();
const rows = accessRows();

test('who may call what is as it was reviewed', async () => {
  await expect(accessTable(rows)).toMatchFileSnapshot('./matrix.txt');
});

/** A session of a client's contact, as a cookie. */
async function contactCookie(): Promise<string> {
  const owner = await hire(desk);
  const client = (await owner.call('POST', '/clients', { name: 'Acme', code: 'ACME', timeZone: 'UTC' })).body as {
    id: string;
  };
  const made = await owner.call('POST', '/contacts', { clientId: client.id, name: 'Connie', email: 'c@acme.example' });
  const contactId = (made.body as { id: string }).id;
  const { browser } = await welcome(desk);
  const token = browser.jar.get('fettle_session') ?? '';
  await desk.run((ctx) =>
    ctx.tx
      .updateTable('sessions')
      .set({ principal_kind: 'contact', staff_id: null, client_id: client.id, contact_id: contactId })
      .where('id', 'in', (q) => q.selectFrom('sessions').select('id').orderBy('created_at', 'desc').limit(1))
      .execute(),
  );
  return `fettle_session=${token}`;
}

const call = (row: Row, headers: Record<string, string>) =>
  desk.app.inject({
    method: row.method as 'GET',
    url: row.url.replace(/:\w+/g, () => newId()),
    headers,
    ...(row.hasBody ? { payload: {} } : {}),
  });

test('nobody gets past the door of a route that is not public', async () => {
  for (const row of rows.filter(({ may }) => !may.has('nobody')))
    expect([row.method, row.url, (await call(row, {})).statusCode]).toEqual([row.method, row.url, 401]);
});

test('to a contact, the routes of staff do not exist', async () => {
  const cookie = await contactCookie();
  expect((await desk.app.inject({ url: '/api/v1/me', headers: { cookie } })).json()).toMatchObject({ kind: 'contact' });
  for (const row of rows.filter(({ may }) => !may.has('contact')))
    expect([row.method, row.url, (await call(row, { cookie, 'sec-fetch-site': 'same-origin' })).statusCode]).toEqual([
      row.method,
      row.url,
      404,
    ]);
});

test.each(BUILT_IN_ROLES.map((role) => role.key))('%s is refused what the table does not grant', async (role) => {
  const { key } = await hire(desk, { role });
  for (const row of rows.filter(({ may }) => !may.has(role)))
    expect([row.method, row.url, (await call(row, { authorization: `Bearer ${key}` })).statusCode]).toEqual([
      row.method,
      row.url,
      403,
    ]);
});

test('a key without any permission of its own opens nothing that needs one, though its maker is owner', async () => {
  const { browser } = await welcome(desk);
  const made = await browser.call('POST', '/api-keys', { name: 'Bare', permissions: ['view.share'] });
  const { key } = made.body as { key: string };
  for (const row of rows.filter(({ needs }) => ALL_PERMISSIONS.some((name) => needs.endsWith(name))))
    if (!row.needs.endsWith('view.share'))
      expect([row.method, row.url, (await call(row, { authorization: `Bearer ${key}` })).statusCode]).toEqual([
        row.method,
        row.url,
        403,
      ]);
});

test('a planted fault would be seen: a route that asks for less changes the table', () => {
  const [first, ...rest] = rows.filter(({ needs }) => needs === 'staff.manage');
  expect(first).toBeDefined();
  if (first)
    expect(accessTable([{ ...first, needs: 'any staff', may: new Set(['readonly']) }, ...rest])).not.toBe(
      accessTable([first, ...rest]),
    );
});
