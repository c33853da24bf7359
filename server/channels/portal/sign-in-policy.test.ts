import { expect, test } from 'vitest';
import { forgetCallers } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { enterAs, plantProvider } from '#tests/portal-people.ts';
import { moveClock, type visit } from '#tests/visitor.ts';

const desk = await openDesk({ roles: ['web'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch, ada, bea } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  return {
    acme,
    birch,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada', email: 'ada@acme.example' }),
    bea: await createContact(ctx, { clientId: birch, name: 'Bea', email: 'bea@birch.example' }),
  };
});
const OPEN = {
  mail: true,
  password: false,
  sso: true,
  secondFactor: 'optional',
  ssoSecondFactor: false,
  sessionHours: 168,
};
const put = (value: object, place: object = { level: 'client', id: acme }) =>
  olive.call('PUT', '/settings/portal.signIn', { ...place, value });
const reset = (place: Record<string, string>) =>
  olive.call('DELETE', `/settings/portal.signIn?${new URLSearchParams(place)}`);
const stands = async (browser: ReturnType<typeof visit>) => {
  // As time does: a caller is remembered for a moment.
  forgetCallers(desk.services);
  return (await browser.call('GET', '/me')).status === 200;
};

test('a policy that leaves no way in is refused, for one client and for all of them', async () => {
  expect((await put({ ...OPEN, mail: false, sso: false })).status).toBe(422);
  const only = { ...OPEN, mail: false };
  const one = await put(only);
  expect(one.status).toBe(422);
  expect(one.text).toContain('the people of Acme no way to sign in');
  const provider = await plantProvider(desk, acme);
  expect((await put(only)).status).toBe(200);
  const all = await put(only, { level: 'provider' });
  expect(all.status).toBe(422);
  expect(all.text).toContain('Birch');
  expect(all.text).not.toContain('Acme');
  expect((await put(OPEN, { level: 'client', id: birch })).status).toBe(200);
  expect((await put(only, { level: 'provider' })).status).toBe(200);
  // Neither does what is nearer go away where what is then inherited leaves no way.
  const away = await reset({ level: 'client', id: birch });
  expect([away.status, away.text]).toEqual([422, expect.stringContaining('Birch')]);
  expect((await reset({ level: 'provider' })).status).toBe(200);
  expect((await reset({ level: 'client', id: acme })).status).toBe(200);
  await desk.run((ctx) => ctx.tx.deleteFrom('client_identity_providers').where('id', '=', provider).execute());
});

test('a session ends when its way is not allowed any more, and stays ended; what staff handed out stays good', async () => {
  await plantProvider(desk, acme);
  const [mail, staff, other] = [
    await enterAs(desk, { clientId: acme, contactId: ada, way: 'mail' }),
    await enterAs(desk, { clientId: acme, contactId: ada, way: 'staff_link' }),
    await enterAs(desk, { clientId: birch, contactId: bea, way: 'mail' }),
  ];
  expect(await Promise.all([mail, staff, other].map(stands))).toEqual([true, true, true]);
  expect((await put({ ...OPEN, mail: false })).status).toBe(200);
  expect(await Promise.all([mail, staff, other].map(stands))).toEqual([false, true, true]);
  await reset({ level: 'client', id: acme });
  expect(await stands(mail)).toBe(false);
});

test('a shorter session ends earlier, for those who are signed in already as well', async () => {
  const browser = await enterAs(desk, { clientId: acme, contactId: ada, way: 'mail' });
  moveClock(desk, 61);
  try {
    expect(await stands(browser)).toBe(true);
    expect((await put({ ...OPEN, sessionHours: 1 })).status).toBe(200);
    expect(await stands(browser)).toBe(false);
    const anew = await enterAs(desk, { clientId: acme, contactId: ada, way: 'mail' });
    const [row] = await desk.run((ctx) =>
      ctx.tx
        .selectFrom('sessions')
        .select(['created_at', 'expires_at'])
        .orderBy('created_at', 'desc')
        .limit(1)
        .execute(),
    );
    expect(Date.parse(row?.expires_at ?? '') - Date.parse(row?.created_at ?? '')).toBe(3_600_000);
    expect(await stands(anew)).toBe(true);
  } finally {
    moveClock(desk, 0);
  }
});
