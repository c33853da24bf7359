import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import type { RatingRow, RatingsQuery, Satisfaction } from '#shared/satisfaction.ts';
import { openDesk } from '#tests/desk.ts';
import { openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { moveClock, type Visitor, visit } from '#tests/visitor.ts';

type Asker = { call(method: 'GET', url: string): Promise<{ status: number; body: never }> };

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const world = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  return {
    acme,
    birch,
    team: await createTeam(ctx, { name: 'First line', members: [{ staffId: tom.id, lead: true }] }),
    ada: await createContact(ctx, { clientId: acme, name: 'Ada', email: 'ada@acme.example' }),
    adam: await createContact(ctx, { clientId: acme, name: 'Adam' }),
    boss: await createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all' }),
    bea: await createContact(ctx, { clientId: birch, name: 'Bea', sees: 'all' }),
  };
});
const limited = await hire(desk, { clientIds: [world.birch] });
const enter = async (contactId: string): Promise<Visitor> => {
  const browser = visit(desk);
  const made = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  await browser.call('POST', '/portal/sessions', { token: made.url.split('#token=')[1] ?? '' });
  return browser;
};
const [ada, adam, boss, bea] = [
  await enter(world.ada),
  await enter(world.adam),
  await enter(world.boss),
  await enter(world.bea),
];
const ask = (value: object, clientId = world.acme) =>
  olive.call('PUT', '/settings/satisfaction.asking', {
    level: 'client',
    id: clientId,
    value: { active: true, byMail: false, everyDays: 0, changeDays: 14, ...value },
  });
async function closed(requesterId: string, resolutionCode = 'fixed', clientId = world.acme): Promise<string> {
  const more = { clientId, requesterId, assigneeId: tom.id, teamId: world.team };
  const { key } = (await olive.call('POST', '/tickets', { kind: 'incident', title: 'Scanner', ...more })).body as {
    key: string;
  };
  const to = (body: object) => tom.call('POST', `/tickets/${key}/transitions`, body);
  await to({ to: 'resolved', resolutionCode, resolutionNote: 'Done' });
  expect((await to({ to: 'closed' })).status).toBe(201);
  return key;
}
const rating = async (who: Asker, key: string, at = '/portal/tickets') => {
  const { status, body } = await who.call('GET', `${at}/${key}/rating`);
  return status === 200 ? (body as { rating: object | null }).rating : status;
};
const say = async (who: Visitor, key: string, body: object) =>
  (await who.call('PUT', `/portal/tickets/${key}/rating`, body)).status;

test('whoever asked says how content they are, changes it for some days, and staff see it; nobody else does it for them', async () => {
  await ask({});
  const key = await closed(world.ada);
  expect(await rating(ada, key)).toMatchObject({ score: null });
  expect(await say(ada, key, { score: 'fair' })).toBe(204);
  expect(await say(ada, key, { score: 'good', comment: ' Quick ' })).toBe(204);
  expect(await rating(ada, key)).toMatchObject({ score: 'good', comment: 'Quick' });
  for (const [who, seen] of [
    [boss, 404],
    [adam, 404],
    [bea, 404],
  ] as const)
    expect(await say(who, key, { score: 'bad' })).toBe(seen);
  expect(await rating(boss, key)).toMatchObject({ score: 'good' });
  for (const who of [adam, bea]) expect(await rating(who, key)).toBe(404);
  expect((await olive.call('GET', `/tickets/${key}/rating`)).body).toMatchObject({
    rating: { score: 'good', comment: 'Quick', by: 'Ada' },
  });
  expect(JSON.stringify((await olive.call('GET', `/tickets/${key}/timeline`)).body)).toContain(
    'rated what was done: good',
  );
  moveClock(desk, 15 * 24 * 60);
  try {
    expect(await say(await enter(world.ada), key, { score: 'bad' })).toBe(409);
  } finally {
    moveClock(desk, 0);
  }
});

test('nobody is asked where that is off, too often, about duplicates, or about what was merged', async () => {
  expect(await rating(ada, await closed(world.ada, 'duplicate'))).toBeNull();
  await ask({ everyDays: 7 });
  expect(await rating(ada, await closed(world.ada))).toBeNull();
  expect(await rating(adam, await closed(world.adam))).toMatchObject({ score: null });
  await ask({ active: false });
  expect(await rating(boss, await closed(world.boss))).toBeNull();
  await ask({});
  const log = async () =>
    (
      (await olive.call('POST', '/tickets', {
        kind: 'incident',
        title: 'Twice',
        clientId: world.acme,
        requesterId: world.boss,
      })) as { body: { id: string; key: string } }
    ).body;
  const [one, into] = [await log(), await log()];
  expect((await olive.call('POST', `/tickets/${one.key}/merge`, { into: into.id })).status).toBeLessThan(300);
  expect(await rating(boss, one.key)).toBeNull();
});

test('the link of a mail shows the question, rates by its button alone, and tells whoever guesses nothing', async () => {
  await ask({ byMail: true });
  const key = await closed(world.ada);
  const { newToken, tokenHash } = await import('#platform/identity/index.ts');
  const token = newToken();
  // What the mail holds is sealed; a token of ours takes its place.
  await desk.run(async (ctx) => {
    const ticket = await ctx.tx.selectFrom('tickets').select('id').where('key', '=', key).executeTakeFirstOrThrow();
    const before = await ctx.tx.selectFrom('ratings').selectAll().where('ticket_id', '=', ticket.id).executeTakeFirst();
    expect(before?.token_hash).toMatch(/./);
    await ctx.tx
      .updateTable('ratings')
      .set({ token_hash: tokenHash(token) })
      .where('ticket_id', '=', ticket.id)
      .execute();
  });
  const reader = visit(desk);
  for (const method of ['GET', 'HEAD'] as const)
    for (const at of ['/rating-links/look', '/rating-links/rate'])
      expect((await reader.call(method, `${at}?token=${token}`)).status).toBe(405);
  const seen = await reader.call('POST', '/rating-links/look', { token });
  expect(seen).toMatchObject({ status: 200, body: { ticketKey: key, score: null, portal: 'acme' } });
  expect(await rating(ada, key)).toMatchObject({ score: null });
  expect((await reader.call('POST', '/rating-links/rate', { token, score: 'bad' })).status).toBe(204);
  expect((await reader.call('POST', '/rating-links/rate', { token, score: 'fair', comment: 'Slow' })).status).toBe(204);
  expect(await rating(ada, key)).toMatchObject({ score: 'fair', comment: 'Slow' });
  const guess = { token: newToken(), score: 'good' };
  const guessed = await reader.call('POST', '/rating-links/look', { token: guess.token });
  expect(guessed.status).toBe(404);
  expect(JSON.stringify(guessed.body)).not.toMatch(/acme/i);
  expect((await reader.call('POST', '/rating-links/rate', guess)).status).toBe(404);
});

test('the mail holds each answer, in the words of its reader, and a bad one is told to whoever had the ticket, leads or watches', async () => {
  const sink = await openSink();
  const sending = await olive.call('PUT', '/mail/sending', {
    ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version: 0 },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
  });
  expect(sending.status).toBe(200);
  await olive.call('PUT', '/settings/mail.toClients', {
    ...{ level: 'provider', value: { active: true, fromName: '', fromAddress: '', delaySeconds: 0 } },
  });
  await desk.run((ctx) => ctx.tx.updateTable('contacts').set({ language: 'de' }).where('id', '=', world.ada).execute());
  await ask({ byMail: true });
  const lead = await hire(desk, { name: 'Lea Lead', role: 'technician' });
  const watcher = await hire(desk, { name: 'Wim Watcher', role: 'technician' });
  await desk.run((ctx) =>
    ctx.tx.insertInto('team_members').values({ team_id: world.team, staff_id: lead.id, lead: true }).execute(),
  );
  const key = await closed(world.ada);
  await watcher.call('POST', `/tickets/${key}/watchers`, { kind: 'staff', id: watcher.id });
  const found = async () => {
    await sendDueMail(desk.services);
    const mails = sink.mails.map(({ raw }) => raw.replace(/=\r\n/g, '').replaceAll('=3D', '='));
    return mails.find((raw) => raw.includes('Unzufrieden: ')) ?? '';
  };
  await expect.poll(found, { timeout: 10_000 }).toMatch(/./);
  const links = [...(await found()).matchAll(/\/portal\/rate#token=([\w-]{43})&(?:amp;)?score=(good|fair|bad)/g)];
  expect(links.map(([, , score]) => score)).toEqual(['good', 'fair', 'bad', 'good', 'fair', 'bad']);
  const token = links[0]?.[1] ?? '';
  const told = async (who: typeof tom) =>
    ((await who.call('GET', '/me/notifications')).body as { items: { kind: string; text: string }[] }).items
      .filter(({ kind, text }) => kind === 'rated_bad' && text.includes(key))
      .map(({ text }) => text);
  const rate = (score: string, comment?: string) =>
    visit(desk).call('POST', '/rating-links/rate', { token, score, ...(comment ? { comment } : {}) });
  await rate('fair');
  for (const who of [tom, lead, watcher]) expect(await told(who)).toEqual([]);
  await rate('bad');
  await rate('bad');
  await rate('bad', 'It took a week');
  for (const who of [tom, lead, watcher])
    expect((await told(who)).toSorted()).toEqual([
      `Ada is not content with ${key}: It took a week`,
      `Ada is not content with ${key}: Scanner`,
    ]);
  expect(await told(limited)).toEqual([]);
  await rate('good');
});

test('a report counts by client, team, person and month, with what is behind it, of clients in sight alone', async () => {
  await ask({}, world.birch);
  const key = await closed(world.bea, 'fixed', world.birch);
  await say(bea, key, { score: 'bad', comment: 'Too late' });
  const days = { from: '2020-01-01', to: '2099-12-31' };
  const get = async (who: Asker, more: Record<string, string> = {}) =>
    (await who.call('GET', `/satisfaction?${new URLSearchParams({ ...days, ...more })}`)) as {
      status: number;
      body: Satisfaction;
    };
  const all = (await get(olive)).body;
  expect(all.byClient.find(({ id }) => id === world.birch)).toMatchObject({ name: 'Birch', asked: 1, bad: 1 });
  expect(all.byTeam).toMatchObject([{ id: world.team, asked: all.total.asked }]);
  expect(all.byPerson).toMatchObject([{ id: tom.id, name: 'Tom Tech' }]);
  expect(all.byMonth).toHaveLength(1);
  const mine = (await get(limited)).body;
  expect(mine.byClient.map(({ id }) => id)).toEqual([world.birch]);
  expect(mine.total).toEqual({ asked: 1, good: 0, fair: 0, bad: 1 });
  expect((await get(limited, { clientId: world.acme })).status).toBe(404);
  const behind = async (who: Asker, more: Partial<RatingsQuery>) =>
    (
      (await who.call('GET', `/satisfaction/ratings?${new URLSearchParams({ ...days, ...(more as object) })}`))
        .body as unknown as { items: RatingRow[] }
    ).items;
  expect(await behind(olive, { score: 'bad' })).toMatchObject([
    { key, comment: 'Too late', client: { name: 'Birch' } },
  ]);
  expect(await behind(limited, {})).toHaveLength(1);
});
