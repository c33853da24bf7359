import { afterEach, expect, test, vi } from 'vitest';
import { forgetCallers } from '#platform/identity/index.ts';
import { createClient, createContact, updateContact } from '#server/business/client/index.ts';
import type { ClientProviderView } from '#shared/client-sso.ts';
import { type Crook, openCrookedIssuer } from '#tests/crooked-issuer.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { moveClock, type Visitor, visit, welcome } from '#tests/visitor.ts';

const desk = await openDesk({ roles: ['web'] });
const [idp, other] = [await openCrookedIssuer('fettle'), await openCrookedIssuer('fettle')];
type Issuer = typeof idp;
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  await createContact(ctx, { clientId: birch, name: 'Ada at Birch', email: 'ada@acme.example' });
  return { acme, birch, ada };
});
const settings = (at: Issuer) => ({
  name: 'Acme account',
  issuer: at.issuer,
  clientId: 'fettle',
  clientSecret: 'a secret of theirs',
  emailDomains: ['acme.example'],
  makesContacts: false,
  trustsEmail: false,
});
const add = (clientId: string, at: Issuer, more: object = {}) =>
  olive.call('POST', `/clients/${clientId}/identity-providers`, { ...settings(at), ...more });
const made = await add(acme, idp);
const ours = made.body as ClientProviderView;
const theirs = (await add(birch, other)).body as ClientProviderView;
const change = async (provider: ClientProviderView, changes: object, clientId = acme) => {
  const { items } = (await olive.call('GET', `/clients/${clientId}/identity-providers`)).body as {
    items: ClientProviderView[];
  };
  const version = items.find(({ id }) => id === provider.id)?.version;
  return olive.call('PATCH', `/clients/${clientId}/identity-providers/${provider.id}`, { version, ...changes });
};

const DOOR = '/portal/for/acme';
const HONEST = { sub: 's1', email: 'ada@acme.example', email_verified: true, name: 'Ada' };
afterEach(() => {
  vi.useRealTimers();
  moveClock(desk, 0);
});

/** Goes to the provider and comes back with its answer, as the address of the callback. */
async function toProvider(browser: Visitor, at: Issuer, crook: Crook, provider = ours): Promise<string> {
  at.crook = { ...crook, claims: { ...HONEST, ...crook.claims } };
  const begun = await browser.call('POST', `/portal/sign-in/oidc/${provider.id}`);
  expect(begun.status).toBe(201);
  const url = new URL((begun.body as { url: string }).url);
  at.nonce = url.searchParams.get('nonce') ?? '';
  at.challenge = url.searchParams.get('code_challenge') ?? '';
  return `/portal/sign-in/oidc/${provider.id}/callback?code=c&state=${url.searchParams.get('state')}`;
}
async function signIn(crook: Crook = {}, browser = visit(desk), at = idp, provider = ours): Promise<unknown> {
  return (await browser.call('GET', await toProvider(browser, at, crook, provider))).headers['location'];
}
const who = async (browser: Visitor) => (await browser.call('GET', '/me')).body as { id?: string; kind?: string };
const peopleOf = (clientId: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('contacts').select('id').where('client_id', '=', clientId).execute());

test('staff see how it is set up and never the secret again, and only those who see the client', async () => {
  expect(made.status).toBe(201);
  expect(ours.redirectUris).toEqual([`http://127.0.0.1/api/v1/portal/sign-in/oidc/${ours.id}/callback`]);
  const list = await olive.call('GET', `/clients/${acme}/identity-providers`);
  const stored = await desk.run((ctx) => ctx.tx.selectFrom('client_identity_secrets').selectAll().execute());
  const events = await desk.run((ctx) => ctx.tx.selectFrom('events').select('data').execute());
  expect(stored.map(({ secret }) => secret.toString('latin1')).join()).not.toContain('a secret of theirs');
  expect(JSON.stringify([list.body, events])).not.toContain('a secret of theirs');
  const limited = await welcome(desk, { clientIds: [birch] });
  const at = `/clients/${acme}/identity-providers`;
  expect((await limited.browser.call('GET', at)).status).toBe(404);
  expect((await limited.browser.call('POST', at, settings(other))).status).toBe(404);
  const one = `/clients/${birch}/identity-providers/${ours.id}`;
  expect((await limited.browser.call('PATCH', one, { version: 1, name: 'Mine' })).status).toBe(404);
  expect((await limited.browser.call('DELETE', one)).status).toBe(404);
  expect((await (await hire(desk, { role: 'manager' })).call('GET', at)).status).toBe(403);
});

test.each([
  'https://login.microsoftonline.com/common/v2.0',
  'https://login.microsoftonline.com/organizations/v2.0',
  'http://idp.example',
  'https://169.254.169.254',
  'nonsense',
])('the issuer %s is refused', async (issuer) => {
  expect(await olive.call('POST', `/clients/${acme}/identity-providers`, { ...settings(idp), issuer })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'issuer' }] },
  });
});

test('a provider is offered at the door of its client alone', async () => {
  const offered = async (query: string) =>
    (await visit(desk).call('GET', `/portal/sign-in${query}`)).body as { providers: unknown[] };
  expect((await offered('?for=acme')).providers).toEqual([{ id: ours.id, name: 'Acme account', kind: 'oidc' }]);
  expect((await offered('')).providers).toEqual([]);
  expect((await offered('?for=nobody')).providers).toEqual([]);
});

test('a verified address finds its contact of that client, who is known by subject from then on', async () => {
  const browser = visit(desk);
  expect(await signIn({}, browser)).toBe('/portal');
  expect(await who(browser)).toMatchObject({ id: ada, kind: 'contact' });
  expect(idp.verified).toBe(true);
  const renamed = visit(desk);
  expect(await signIn({ claims: { email: 'new@else.example', email_verified: false } }, renamed)).toBe('/portal');
  expect(await who(renamed)).toMatchObject({ id: ada });
  // Somebody else who was given the address later.
  expect(await signIn({ claims: { sub: 's2' } })).toBe(`${DOOR}?refused=linked`);
});

test.each<[string, Crook, string]>([
  ['not verified', { claims: { email_verified: false } }, 'unverified'],
  ['verified as a text', { claims: { email_verified: 'true' } }, 'unverified'],
  ['of another domain', { claims: { email: 'ada@evil.example' } }, 'unverified'],
  ['of a domain that only ends alike', { claims: { email: 'ada@notacme.example' } }, 'unverified'],
  ['two at once', { claims: { email: 'eve@evil.example,ada@acme.example' } }, 'unverified'],
  ['of nobody here', { claims: { email: 'nobody@acme.example' } }, 'unknown'],
])('an address that is %s lets nobody in and makes nobody', async (_, crook, refused) => {
  const before = await peopleOf(acme);
  const browser = visit(desk);
  expect(await signIn({ claims: { sub: 'stranger', ...crook.claims } }, browser)).toBe(`${DOOR}?refused=${refused}`);
  expect((await browser.call('GET', '/me')).status).toBe(401);
  expect(await peopleOf(acme)).toEqual(before);
});

test.each<[string, Crook]>([
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['for another client', { claims: { aud: 'somebody else' } }],
  ['for several, azp not us', { claims: { aud: ['fettle', 'other'], azp: 'other' } }],
  ['with another nonce', { claims: { nonce: 'replayed' } }],
  ['that has ended', { claims: { exp: 1, iat: 1 } }],
  ['signed by another key', { foreignKey: true }],
  ['not signed at all', { header: { alg: 'none' } }],
])('an ID token %s is refused', async (_, crook) => {
  expect(await signIn(crook)).toBe(`${DOOR}?refused=failed`);
});

test('clocks may run a little apart, and keys may change', async () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  expect(await signIn({ claims: { nbf: seconds() + 20, iat: seconds() + 20 } })).toBe('/portal');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90_000 });
  expect(await signIn({ rotated: true })).toBe('/portal');
  vi.setSystemTime(Date.now() + 90_000);
  expect(await signIn({})).toBe('/portal');
});

test('somebody unknown becomes a contact of that client where that is wanted, once', async () => {
  const eve = { sub: 'eve', email: 'Eve@Acme.example', name: 'Eve Ender' };
  expect((await change(ours, { makesContacts: true })).status).toBe(200);
  const [first, second] = [visit(desk), visit(desk)];
  const answers = [await toProvider(first, idp, { claims: eve })];
  expect((await first.call('GET', answers[0] ?? '')).headers['location']).toBe('/portal');
  expect(await signIn({ claims: eve }, second)).toBe('/portal');
  expect((await who(second)).id).toBe((await who(first)).id);
  expect((await first.call('GET', '/me')).body).toMatchObject({ name: 'Eve Ender', email: 'eve@acme.example' });
  expect(await signIn({ claims: { ...eve, sub: 'mallory', email: 'mallory@evil.example' } })).toBe(
    `${DOOR}?refused=unverified`,
  );
  expect(await peopleOf(birch)).toHaveLength(1);
  await change(ours, { makesContacts: false });
});

test('somebody deactivated stays out, and an address of theirs makes nobody new', async () => {
  const gone = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Gus', email: 'gus@acme.example' }));
  const gus = { claims: { sub: 'gus', email: 'gus@acme.example' } };
  expect(await signIn(gus)).toBe('/portal');
  await desk.run((ctx) => updateContact(ctx, gone, { version: 1, active: false }));
  await change(ours, { makesContacts: true });
  expect(await signIn(gus)).toBe(`${DOOR}?refused=deactivated`);
  expect(await signIn({ claims: { ...gus.claims, sub: 'gus anew' } })).toBe(`${DOOR}?refused=deactivated`);
  await change(ours, { makesContacts: false });
});

test('staff unlink whose account at the provider was made anew, and see where somebody signs in', async () => {
  const ida = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Ida', email: 'ida@acme.example' }));
  const claims = (sub: string) => ({ claims: { sub, email: 'ida@acme.example' } });
  const browser = visit(desk);
  expect(await signIn(claims('old'), browser)).toBe('/portal');
  expect(await signIn(claims('anew'))).toBe(`${DOOR}?refused=linked`);
  const at = `/contacts/${ida}/identities`;
  expect((await olive.call('GET', at)).body).toMatchObject({
    items: [{ provider: 'Acme account', email: 'ida@acme.example' }],
  });
  const limited = await hire(desk, { clientIds: [birch] });
  expect((await limited.call('GET', at)).status).toBe(404);
  expect((await limited.call('DELETE', at)).status).toBe(404);
  expect((await browser.call('GET', '/me')).status).toBe(200);
  expect((await olive.call('DELETE', at)).status).toBe(204);
  expect((await browser.call('GET', '/me')).status).toBe(401);
  expect((await olive.call('GET', at)).body).toEqual({ items: [] });
  expect(await signIn(claims('anew'))).toBe('/portal');
  expect(await signIn(claims('old'))).toBe(`${DOOR}?refused=linked`);
});

test('what one client’s provider says of anybody makes no session at another client', async () => {
  const browser = visit(desk);
  expect(await signIn({ claims: { sub: 's1' } }, browser, other, theirs)).toBe('/portal');
  const me = await who(browser);
  expect(me.id).not.toBe(ada);
  expect((await peopleOf(birch)).map(({ id }) => id)).toContain(me.id);
});

test('an answer is taken once, in the browser that began, for the provider it was begun with', async () => {
  const browser = visit(desk);
  const elsewhere = visit(desk);
  const answer = await toProvider(browser, idp, {});
  const at = async (who: Visitor, url: string) => (await who.call('GET', url)).headers['location'];
  expect(await at(elsewhere, answer)).toBe('/portal/sign-in?refused=expired');
  await toProvider(elsewhere, idp, {});
  expect(await at(elsewhere, await toProvider(browser, idp, {}))).toBe('/portal/sign-in?refused=expired');
  // Begun at one provider, answered as if at the other: the code would go to whoever asked for it.
  other.asked.length = 0;
  const mixed = (await toProvider(browser, idp, {})).replace(ours.id, theirs.id);
  expect(await at(browser, mixed)).toBe('/portal/sign-in?refused=failed');
  expect(other.asked).not.toContain('/token');
  const named = `${await toProvider(browser, idp, {})}&iss=${encodeURIComponent(other.issuer)}`;
  expect(await at(browser, named)).toBe(`${DOOR}?refused=failed`);
  const staff = (await toProvider(browser, idp, {})).replace('/portal/', '/').replace(ours.id, 'entra');
  expect(await at(browser, staff)).toMatch(/refused=/);
  const good = await toProvider(browser, idp, {});
  expect(await at(browser, good)).toBe('/portal');
  expect(await at(browser, good)).toBe('/portal/sign-in?refused=expired');
  expect(await at(browser, `${await toProvider(browser, idp, {})}&error=access_denied`)).toBe(
    `${DOOR}?refused=cancelled`,
  );
});

test('at the host name of another client a provider is not there, and at its own client’s it sends people back to that', async () => {
  const host = { host: 'help.birch.example' };
  await olive.call('PUT', `/clients/${birch}/portal-address`, { host: host.host });
  const at = (id: string) => visit(desk).call('POST', `/portal/sign-in/oidc/${id}`, {}, host);
  expect((await at(ours.id)).status).toBe(404);
  const begun = await at(theirs.id);
  const redirect = new URL((begun.body as { url: string }).url).searchParams.get('redirect_uri');
  expect(redirect).toBe(`http://help.birch.example/api/v1/portal/sign-in/oidc/${theirs.id}/callback`);
  const { items } = (await olive.call('GET', `/clients/${birch}/identity-providers`)).body as {
    items: ClientProviderView[];
  };
  expect(items[0]?.redirectUris).toContain(redirect);
  const browser = visit(desk);
  const answer = await toProvider(browser, idp, {});
  expect((await browser.call('GET', answer, undefined, host)).headers['location']).toMatch(/refused=/);
  await olive.call('PUT', `/clients/${birch}/portal-address`, { host: null });
});

test('turned off, forbidden by the policy or removed, it lets nobody in and ends what began there', async () => {
  const stands = async (browser: Visitor) => {
    // As time does: a caller is remembered for a moment.
    forgetCallers(desk.services);
    return (await browser.call('GET', '/me')).status === 200;
  };
  const policy = (value: object) =>
    olive.call('PUT', '/settings/portal.signIn', {
      level: 'client',
      id: acme,
      value: { password: false, secondFactor: 'optional', ssoSecondFactor: false, sessionHours: 168, ...value },
    });
  const browser = visit(desk);
  await signIn({}, browser);
  expect((await policy({ mail: false, sso: true })).status).toBe(200);
  const locked = await change(ours, { active: false });
  expect([locked.status, locked.text]).toEqual([422, expect.stringContaining('no way to sign in')]);
  expect((await olive.call('DELETE', `/clients/${acme}/identity-providers/${ours.id}`)).status).toBe(422);
  expect(await stands(browser)).toBe(true);
  const late = await toProvider(browser, idp, {});
  expect((await policy({ mail: true, sso: false })).status).toBe(200);
  expect(await stands(browser)).toBe(false);
  expect((await browser.call('GET', late)).headers['location']).toBe(`${DOOR}?refused=failed`);
  expect((await visit(desk).call('POST', `/portal/sign-in/oidc/${ours.id}`)).status).toBe(404);
  await policy({ mail: true, sso: true });
  const again = visit(desk);
  await signIn({}, again);
  expect((await change(ours, { active: false })).status).toBe(200);
  expect((await again.call('GET', '/me')).status).toBe(401);
  expect((await visit(desk).call('POST', `/portal/sign-in/oidc/${ours.id}`)).status).toBe(404);
  expect((await olive.call('DELETE', `/clients/${acme}/identity-providers/${ours.id}`)).status).toBe(204);
  expect(
    await desk.run((ctx) =>
      ctx.tx.selectFrom('contact_identities').select('id').where('provider_id', '=', ours.id).execute(),
    ),
  ).toEqual([]);
});
