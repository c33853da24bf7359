import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { upload } from '#tests/upload.ts';
import { visit } from '#tests/visitor.ts';

const desk = await openDesk({ rateLimit: 1_200 });
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, ada, carl } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada' }),
    carl: await createContact(ctx, { clientId: acme, name: 'Carl' }),
  };
});
const enter = async (contactId: string) => {
  const browser = visit(desk);
  const made = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  await browser.call('POST', '/portal/sessions', { token: made.url.split('#token=')[1] ?? '' });
  return browser;
};

test('one person raises ten tickets and sends sixty files a minute, in however many browsers; colleagues and staff are not held up', async () => {
  const [first, second, other] = [await enter(ada), await enter(ada), await enter(carl)];
  const raise = (who = first) => who.call('POST', '/portal/tickets', { title: 'Scanner beeps' });
  for (let at = 0; at < 10; at++) expect((await raise(at % 2 ? second : first)).status).toBe(201);
  const refused = await raise(second);
  expect(refused).toMatchObject({ status: 429, body: { detail: expect.stringContaining('wait') } });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await raise(other)).status).toBe(201);
  expect((await first.call('GET', '/portal/tickets')).status).toBe(200);
  const send = (headers: Record<string, string>) => upload(desk, acme, headers, { name: 'a.txt', content: 'a' });
  const cookie = [...first.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answers = [];
  for (let at = 0; at < 61; at++) answers.push((await send({ cookie })).status);
  expect([answers.slice(0, 60).every((status) => status === 201), answers[60]]).toEqual([true, 429]);
  expect((await send({ authorization: `Bearer ${olive.key}` })).status).toBe(201);
});
