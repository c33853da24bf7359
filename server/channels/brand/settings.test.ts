import { expect, test } from 'vitest';
import { createClient, createGroup, updateClient } from '#server/business/client/index.ts';
import type { PortalBrand } from '#shared/brand.ts';
import { PORTAL_ACCENT, PORTAL_GROUNDS } from '#shared/brand-words.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { MEANING } from '#web/ui/theme/colours.ts';

const desk = await openDesk();
const olive = await hire(desk);
const { acme, group } = await desk.run(async (ctx) => {
  const group = await createGroup(ctx, { name: 'Gold' });
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC', groupId: group });
  return { acme, group };
});
type Place = { level: 'provider' | 'group' | 'client'; id?: string };
const put = (key: string, value: object, place: Place = { level: 'client', id: acme }) =>
  olive.call('PUT', `/settings/portal.${key}`, { ...place, value });
const look = async () => (await olive.call('GET', '/public/portal?for=acme')).body as PortalBrand;

test('the grounds and the accent are those of the theme', () => {
  for (const [side, at] of [
    ['light', 0],
    ['dark', 1],
  ] as const) {
    const { ground, sunken, raised, hover, accent } = MEANING;
    expect([...PORTAL_GROUNDS[side]].sort()).toEqual(
      [...new Set([ground[at], sunken[at], raised[at], hover[at]])].sort(),
    );
    expect(PORTAL_ACCENT[side]).toBe(accent[at]);
  }
});

test('each part inherits by itself: provider, group, client', async () => {
  await put('name', { name: 'Everybody' }, { level: 'provider' });
  await put('texts', { welcome: 'Hello', support: 'Call 1' }, { level: 'group', id: group });
  await put('colours', { light: '#5a2d82', dark: '#c9a7ec' });
  expect(await look()).toMatchObject({
    name: 'Everybody',
    welcome: 'Hello',
    support: 'Call 1',
    colours: { light: '#5a2d82', dark: '#c9a7ec' },
    links: [],
  });
  await put('name', { name: 'Acme help' });
  expect((await look()).name).toBe('Acme help');
  await olive.call('DELETE', `/settings/portal.name?level=client&id=${acme}`);
  expect((await look()).name).toBe('Everybody');
  await desk.run((ctx) => updateClient(ctx, acme, { version: 1, groupId: null }));
  expect(await look()).toMatchObject({ welcome: '', support: '' });
});

test('an accent that cannot be read is refused with its contrast and the nearest that can', async () => {
  const answer = await put('colours', { light: '#ff8800', dark: '#55b4be' });
  const { errors } = answer.body as { errors: { path: string; message: string }[] };
  expect(errors).toMatchObject([
    { path: 'value.light', message: expect.stringMatching(/contrast of 2\.\d:1 on #f3f4f6/) },
  ]);
  const near = /#[0-9a-f]{6}$/.exec(errors[0]?.message ?? '')?.[0] ?? '';
  expect((await put('colours', { light: near, dark: '#55b4be' })).status).toBe(200);
  expect((await put('colours', { light: '#0b6b77', dark: '#222222' })).body).toMatchObject({
    errors: [{ path: 'value.dark' }],
  });
});

test.each([
  'http://acme.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '//acme.example',
  '/privacy',
  'https://',
  'https://user:secret@acme.example',
  ' https://acme.example',
  'https://acme.example\n',
  'https:/\\acme.example/ x',
])('the link %j is refused', async (url) => {
  expect((await put('links', { links: [{ label: 'Imprint', url }] })).status).toBe(422);
});

test('a link by https is taken', async () => {
  const links = [{ label: 'Datenschutz', url: 'https://acme.example/privacy?x=1#y' }];
  expect((await put('links', { links })).status).toBe(200);
  expect((await look()).links).toEqual(links);
});
