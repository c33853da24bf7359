import { expect, test } from 'vitest';
import { createClient, createContact, createGroup } from '#server/business/client/index.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { type Visitor, visit } from '#tests/visitor.ts';

const desk = await openDesk();
const olive = await hire(desk);
const { group, acme, ada, adam } = await desk.run(async (ctx) => {
  const group = await createGroup(ctx, { name: 'Gold' });
  const acme = await createClient(ctx, {
    name: 'Acme',
    code: 'ACME',
    timeZone: 'UTC',
    language: 'fr-CA',
    groupId: group,
  });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada' });
  const adam = await createContact(ctx, { clientId: acme, name: 'Adam', language: 'ja' });
  return { group, acme, ada, adam };
});

const enter = async (contactId: string): Promise<Visitor> => {
  const { url } = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  const browser = visit(desk);
  await browser.call('POST', '/portal/sessions', { token: url.split('#token=')[1] });
  return browser;
};
const language = async (who: Visitor) => ((await who.call('GET', '/me')).body as { language: string }).language;
const set = (value: string | null, place: { level: string; id?: string }) =>
  olive.call('PUT', '/settings/portal.language', { ...place, value: { language: value } });

test('people hear their own choice, else what is set nearest, else the client’s language, else English', async () => {
  const mine = await enter(ada);
  const his = await enter(adam);
  expect([await language(mine), await language(his)]).toEqual(['fr', 'fr']);
  expect((await set('de', { level: 'provider' })).status).toBeLessThan(300);
  expect(await language(mine)).toBe('de');
  await set('nl', { level: 'group', id: group });
  expect(await language(mine)).toBe('nl');
  await set('es', { level: 'client', id: acme });
  expect([await language(mine), await language(his)]).toEqual(['es', 'es']);

  expect((await mine.call('PUT', '/portal/language', { language: 'en' })).status).toBe(204);
  expect([await language(mine), await language(his)]).toEqual(['en', 'es']);
  expect((await olive.call('GET', `/contacts/${ada}`)).body).toMatchObject({ contact: { language: 'en' } });
});

test('what a portal does not offer is not spoken there, nor chosen', async () => {
  const mine = await enter(ada);
  const offer = (languages: string[], place: object) =>
    olive.call('PUT', '/settings/portal.languages', { ...place, value: { languages } });
  await mine.call('PUT', '/portal/language', { language: 'fr' });
  expect((await offer([], { level: 'provider' })).status).toBe(422);
  await offer(['en', 'nl'], { level: 'group', id: group });
  await olive.call('DELETE', `/settings/portal.language?level=client&id=${acme}`);
  expect(await language(mine)).toBe('nl');
  const refused = await mine.call('PUT', '/portal/language', { language: 'fr' }, { 'accept-language': 'de' });
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { title: 'Einige Felder brauchen Ihre Aufmerksamkeit', errors: [{ path: 'language' }] },
  ]);
  expect((await mine.call('GET', '/public/portal')).body).toMatchObject({ languages: ['en', 'nl'] });
  await olive.call('DELETE', `/settings/portal.languages?level=group&id=${group}`);
  expect(await language(mine)).toBe('fr');
});

test('a refusal is said in the language that a client’s person asks for, to staff in English', async () => {
  const mine = await enter(ada);
  const missing = async (who: { call: Visitor['call'] }, accepted: string) =>
    (
      (await who.call('GET', '/portal/tickets/ACME-999', undefined, { 'accept-language': accepted })).body as {
        detail: string;
      }
    ).detail;
  expect(await missing(mine, 'de-AT, en;q=0.5')).toBe('Das gibt es nicht, oder Sie dürfen es nicht sehen.');
  expect(await missing(mine, 'ja')).toBe('There is no such ticket, or you may not see it.');
  const staff = await olive.call('GET', '/tickets/ACME-999', undefined, { 'accept-language': 'de' });
  expect(staff.body).toMatchObject({ detail: 'There is no such ticket, or you may not see it.' });
});

test('a language that the portal does not speak is refused, and staff choose theirs elsewhere', async () => {
  const mine = await enter(ada);
  expect((await mine.call('PUT', '/portal/language', { language: 'ja' })).status).toBe(400);
  expect((await olive.call('PUT', '/portal/language', { language: 'de' })).status).toBe(403);
  expect((await set('ja', { level: 'provider' })).status).toBe(422);
});
