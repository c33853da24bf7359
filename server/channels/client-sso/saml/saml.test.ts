import { expect, test } from 'vitest';
import { createClient, createContact, updateContact } from '#server/business/client/index.ts';
import type { ClientProviderView, SamlMetadata } from '#shared/client-sso.ts';
import { makeSigner } from '#tests/certificate.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { type Fields, FORMAT } from '#tests/saml-answer.ts';
import { metadataOf, openSamlProvider, type Posted, type SamlProvider } from '#tests/saml-provider.ts';
import { type Visitor, visit, welcome } from '#tests/visitor.ts';

const desk = await openDesk({ baseUrl: 'http://127.0.0.1', roles: ['web'] });
const [idp, other] = [await openSamlProvider(), await openSamlProvider()];
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  await createContact(ctx, { clientId: birch, name: 'Ada at Birch', email: 'ada@acme.example' });
  return { acme, birch, ada };
});
const settings = (at: SamlProvider) => ({
  ...{ name: 'Acme account', entityId: at.entityId, signOnUrl: at.signOnUrl, certificates: [at.signer.certificate] },
  ...{ emailDomains: ['acme.example'], makesContacts: false, trustsEmail: true },
});
const add = async (clientId: string, at: SamlProvider, more: object = {}) =>
  olive.call('POST', `/clients/${clientId}/saml-providers`, { ...settings(at), ...more });
const listed = async (clientId: string) =>
  ((await olive.call('GET', `/clients/${clientId}/identity-providers`)).body as { items: ClientProviderView[] }).items;
const change = async (provider: ClientProviderView, changes: object, clientId = acme) => {
  const version = (await listed(clientId)).find(({ id }) => id === provider.id)?.version;
  return olive.call('PATCH', `/clients/${clientId}/saml-providers/${provider.id}`, { version, ...changes });
};
const made = await add(acme, idp);
const ours = made.body as ClientProviderView;
const theirs = (await add(birch, other)).body as ClientProviderView;
await change(ours, { active: true });
await change(theirs, { active: true }, birch);

const DOOR = '/portal/for/acme';
const ADA: Partial<Fields> = { nameId: 'ada-1', attributes: { email: 'ada@acme.example', displayName: 'Ada' } };

/** Goes to the provider: what it makes the browser post. */
async function toProvider(browser: Visitor, says: Partial<Fields> = ADA, at = idp, provider = ours): Promise<Posted> {
  const begun = await browser.call('POST', `/portal/sign-in/saml/${provider.id}`);
  expect(begun.status).toBe(201);
  return at.answer((begun.body as { url: string }).url, says);
}
/** Posts it as the page of the provider does: from another site, so without cookies. Where it leads. */
async function post(posted: Pick<Posted, 'acs' | 'fields'>, headers: Record<string, string> = {}): Promise<string> {
  const answer = await desk.app.inject({
    method: 'POST',
    url: new URL(posted.acs).pathname,
    payload: new URLSearchParams(posted.fields).toString(),
    headers: {
      ...{ host: new URL(posted.acs).host, 'content-type': 'application/x-www-form-urlencoded' },
      ...{ origin: new URL(idp.signOnUrl).origin, 'sec-fetch-site': 'cross-site', ...headers },
    },
  });
  expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([303, undefined]);
  return String(answer.headers['location']);
}
/** Follows the browser to where it ends. */
async function follow(browser: Visitor, location: string): Promise<unknown> {
  if (!location.startsWith('/api/v1')) return location;
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  return (await browser.call('GET', location.slice('/api/v1'.length), undefined, headers)).headers['location'];
}
const signIn = async (says: Partial<Fields> = ADA, browser = visit(desk), at = idp, provider = ours) =>
  follow(browser, await post(await toProvider(browser, says, at, provider)));
const me = async (browser: Visitor) => (await browser.call('GET', '/me')).body as { id?: string; name?: string };
const peopleOf = (clientId: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('contacts').select('id').where('client_id', '=', clientId).execute());
const lastAnswer = async () => (await listed(acme)).find(({ id }) => id === ours.id)?.saml?.lastAnswer;

test('staff see how it is set up, and only those who see the client', async () => {
  expect([made.status, ours.active, ours.clientId]).toEqual([201, false, null]);
  expect(ours.redirectUris).toEqual([`http://127.0.0.1/api/v1/portal/sign-in/saml/${ours.id}/acs`]);
  expect(ours.saml).toMatchObject({
    signOnUrl: idp.signOnUrl,
    entityId: `http://127.0.0.1/api/v1/portal/sign-in/saml/${ours.id}/metadata`,
    certificates: [{ name: 'provider of a test', expiresAt: expect.stringMatching(/^\d{4}-/) }],
  });
  const limited = await welcome(desk, { clientIds: [birch] });
  const at = `/clients/${acme}/saml-providers`;
  for (const answer of [
    await limited.browser.call('POST', at, settings(other)),
    await limited.browser.call('POST', `${at}/metadata`, { xml: idp.metadata }),
    await limited.browser.call('POST', `${at}/${ours.id}/trials`),
    await limited.browser.call('POST', `/clients/${birch}/saml-providers/${ours.id}/trials`),
    await limited.browser.call('PATCH', `/clients/${birch}/saml-providers/${ours.id}`, { version: 1, name: 'Mine' }),
  ])
    expect(answer.status).toBe(404);
  expect((await (await hire(desk, { role: 'manager' })).call('POST', at, settings(other))).status).toBe(403);
});

test.each<[string, object]>([
  ['signOnUrl', { signOnUrl: 'http://idp.example/sso' }],
  ['signOnUrl', { signOnUrl: 'javascript:alert(1)' }],
  ['signOnUrl', { signOnUrl: 'https://user:word@idp.example/' }],
  ['entityId', { entityId: 'two words' }],
  ['entityId', { entityId: idp.entityId }],
  ['certificates.0', { certificates: ['nonsense'] }],
  ['certificates.0', { certificates: [makeSigner('small', { bits: 1024 }).certificate] }],
])('what cannot be used is refused at %s: %j', async (path, more) => {
  const entityId = 'https://idp.example/another';
  expect(await add(acme, idp, { entityId, ...more })).toMatchObject({ status: 422, body: { errors: [{ path }] } });
});

test('a provider is added before it says of itself what it is, and neither tried out nor turned on without', async () => {
  const { name, ...policy } = { name: 'Later', emailDomains: ['acme.example'], makesContacts: true, trustsEmail: true };
  const draft = await olive.call('POST', `/clients/${acme}/saml-providers`, { name, ...policy });
  expect(draft.status).toBe(201);
  const later = draft.body as ClientProviderView;
  expect(later.redirectUris).toHaveLength(1);
  expect(await olive.call('POST', `/clients/${acme}/saml-providers`, { name, ...policy })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'entityId' }] },
  });
  const trial = `/clients/${acme}/saml-providers/${later.id}/trials`;
  expect((await olive.call('POST', trial)).status).toBe(422);
  expect(await change(later, { active: true })).toMatchObject({ status: 422, body: { errors: [{ path: 'active' }] } });
  const { entityId, signOnUrl, certificates } = { ...settings(other), entityId: 'urn:later' };
  expect((await change(later, { entityId, signOnUrl, certificates, active: true })).status).toBe(200);
  expect(await change(later, { entityId: 'urn:else' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'entityId' }] },
  });
  expect(await change(later, { entityId, certificates: [] })).toMatchObject({ status: 400 });
  expect((await olive.call('POST', trial)).status).toBe(201);
  expect((await olive.call('DELETE', `/clients/${acme}/identity-providers/${later.id}`)).status).toBe(204);
});

test('metadata is read, and says what is missing', async () => {
  const read = (xml: string) => olive.call('POST', `/clients/${acme}/saml-providers/metadata`, { xml });
  const next = makeSigner('next', { until: new Date(Date.now() + 86_400_000) });
  const { body } = await read(metadataOf('urn:them', 'https://idp.example/sso?a=1&amp;b=2', [idp.signer, next]));
  expect(body as SamlMetadata).toEqual({
    entityId: 'urn:them',
    signOnUrl: 'https://idp.example/sso?a=1&b=2',
    certificates: [idp.signer.certificate, next.certificate],
  });
  const deep = `${'<a>'.repeat(12_000)}${'</a>'.repeat(12_000)}`;
  for (const [xml, said] of [
    ['<a', 'no XML'],
    ['<html/>', 'not the metadata of an identity provider'],
    [deep, 'not the metadata of an identity provider'],
    [idp.metadata.replace(/(<(?:\w+:)?X509Certificate>).*?</s, `$1${deep}<`), 'no RSA certificate'],
    [`${'<a>'.repeat(12_000)}${'<b/>'.repeat(12_000)}`, 'is no XML'],
    [`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${idp.metadata}`, 'document type'],
    [idp.metadata.replace('HTTP-Redirect', 'SOAP'), 'HTTP-Redirect'],
    [idp.metadata.replace('"signing"', '"encryption"'), 'no RSA certificate'],
  ] as const)
    expect(await read(xml)).toMatchObject({ status: 422, text: expect.stringContaining(said) });
});

test('the provider reads what Fettle is to it', async () => {
  const answer = await desk.app.inject({ url: `/api/v1/portal/sign-in/saml/${ours.id}/metadata` });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringContaining('xml')]);
  expect(answer.body).toContain(`entityID="${ours.saml?.entityId}"`);
  expect(answer.body).toContain(`Location="${ours.redirectUris[0]}"`);
  expect(answer.body).toContain('WantAssertionsSigned="true"');
});

test('an address finds its contact of that client, who is known by the name id from then on', async () => {
  const browser = visit(desk);
  expect(await signIn(ADA, browser)).toBe('/portal');
  expect(await me(browser)).toMatchObject({ id: ada, kind: 'contact' });
  const renamed = visit(desk);
  expect(await signIn({ nameId: 'ada-1', attributes: { email: 'new@else.example' } }, renamed)).toBe('/portal');
  expect((await me(renamed)).id).toBe(ada);
  // Somebody else who was given the address later.
  expect(await signIn({ ...ADA, nameId: 'ada-2' })).toBe(`${DOOR}?refused=linked`);
  expect(await lastAnswer()).toBeNull();
});

test.each<[string, Partial<Fields>, string]>([
  ['of another domain', { attributes: { email: 'ada@evil.example' } }, 'unverified'],
  ['of nobody here', { attributes: { email: 'nobody@acme.example' } }, 'unknown'],
  ['two at once', { attributes: { email: 'eve@evil.example,ada@acme.example' } }, 'unverified'],
  ['not said', { attributes: {} }, 'unverified'],
])('an address that is %s lets nobody in and makes nobody', async (_, says, refused) => {
  const before = await peopleOf(acme);
  const browser = visit(desk);
  expect(await signIn({ nameId: 'stranger', ...says }, browser)).toBe(`${DOOR}?refused=${refused}`);
  expect((await browser.call('GET', '/me')).status).toBe(401);
  expect(await peopleOf(acme)).toEqual(before);
});

test('somebody unknown becomes a contact of that client where that is wanted, once; not where addresses are not believed', async () => {
  const eve = { nameId: 'Eve@acme.example', format: FORMAT.email, attributes: { firstName: 'Eve', lastName: 'Ender' } };
  await change(ours, { makesContacts: true, trustsEmail: false });
  expect(await signIn(eve)).toBe(`${DOOR}?refused=unverified`);
  await change(ours, { trustsEmail: true });
  const [first, second] = [visit(desk), visit(desk)];
  expect(await signIn(eve, first)).toBe('/portal');
  expect(await signIn({ ...eve, nameId: 'eve@ACME.example' }, second)).toBe('/portal');
  expect(await me(first)).toMatchObject({ name: 'Eve Ender', email: 'eve@acme.example' });
  expect((await me(second)).id).toBe((await me(first)).id);
  expect(await peopleOf(birch)).toHaveLength(1);
  await change(ours, { makesContacts: false });
});

test('an address at which the desk itself is reached is nobody’s, whatever stands after a plus', async () => {
  const value = { active: true, fromName: '', fromAddress: 'help@acme.example', delaySeconds: 0 };
  const set = await olive.call('PUT', '/settings/mail.toClients', { level: 'client', id: acme, value });
  expect(set.status).toBe(200);
  await change(ours, { makesContacts: true });
  const before = await peopleOf(acme);
  for (const email of ['help@acme.example', 'Help+anything@acme.example'])
    expect(await signIn({ nameId: 'desk', attributes: { email } })).toBe(`${DOOR}?refused=unverified`);
  expect(await peopleOf(acme)).toEqual(before);
  await change(ours, { makesContacts: false });
});

test('somebody deactivated stays out', async () => {
  const gone = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Gus', email: 'gus@acme.example' }));
  const gus = { nameId: 'gus', attributes: { email: 'gus@acme.example' } };
  expect(await signIn(gus)).toBe('/portal');
  await desk.run((ctx) => updateContact(ctx, gone, { version: 1, active: false }));
  expect(await signIn(gus)).toBe(`${DOOR}?refused=deactivated`);
  expect(await signIn({ ...gus, nameId: 'gus anew' })).toBe(`${DOOR}?refused=deactivated`);
});

test('what one client’s provider says of anybody makes no session at another client', async () => {
  const browser = visit(desk);
  expect(await signIn(ADA, browser, other, theirs)).toBe('/portal');
  expect((await me(browser)).id).not.toBe(ada);
  // The answer of the neighbour's provider, with its right signature, in answer to a request to ours.
  const stolen = await toProvider(visit(desk), ADA, other);
  expect(await post(stolen)).toBe(`${DOOR}?refused=failed`);
  expect(await lastAnswer()).toMatchObject({ trial: false, fault: 'issuer', detail: other.entityId, who: null });
  // And one that says the name of ours.
  const forged = await toProvider(visit(desk), { ...ADA, issuer: idp.entityId }, other);
  expect(await post(forged)).toBe(`${DOOR}?refused=failed`);
  expect(await lastAnswer()).toMatchObject({ fault: 'signature' });
  expect(await signIn(ADA)).toBe('/portal');
  expect(await lastAnswer()).toMatchObject({ fault: null });
});

test('an answer is finished once, by the browser that began, for the provider it was begun with', async () => {
  const browser = visit(desk);
  const posted = await toProvider(browser);
  const finish = await post(posted);
  expect(finish).toMatch(/\/finish\?handle=[\w-]{43}$/);
  // Posted twice: the request was answered.
  expect(await post(posted)).toBe('/portal/sign-in?refused=expired');
  // Nobody else finishes it: neither a stranger nor somebody who is at a sign-in of their own (login CSRF).
  const victim = visit(desk);
  expect(await follow(victim, finish)).toBe('/portal/sign-in?refused=expired');
  expect(await follow(browser, finish)).toBe('/portal');
  expect(await follow(browser, finish)).toBe('/portal/sign-in?refused=expired');
  const second = await post(await toProvider(browser));
  await toProvider(victim);
  expect(await follow(victim, second)).toBe('/portal/sign-in?refused=expired');
  expect((await victim.call('GET', '/me')).status).toBe(401);
  // For another provider than it was begun with.
  const mixed = await toProvider(browser);
  expect(await post({ ...mixed, acs: mixed.acs.replace(ours.id, theirs.id) })).toBe(`${DOOR}?refused=failed`);
  const third = await post(await toProvider(browser));
  expect(await follow(browser, third.replace(ours.id, theirs.id))).toBe('/portal/sign-in?refused=expired');
  expect(await follow(browser, await post(await toProvider(browser)))).toBe('/portal');
});

test('an answer to another request is refused, and an assertion is used once whatever it answers', async () => {
  const browser = visit(desk);
  const [first, second] = [await toProvider(browser), await toProvider(browser)];
  expect(await post({ ...first, fields: { ...first.fields, RelayState: second.fields.RelayState } })).toBe(
    `${DOOR}?refused=failed`,
  );
  expect(await lastAnswer()).toMatchObject({ fault: 'other_request' });
  expect(await signIn({ ...ADA, assertionId: '_assertion-again' })).toBe('/portal');
  expect(await signIn({ ...ADA, assertionId: '_assertion-again' })).toBe(`${DOOR}?refused=failed`);
  expect(await lastAnswer()).toMatchObject({ fault: 'replayed' });
});

test('cookies of whoever is signed in count for nothing where answers are posted', async () => {
  const browser = visit(desk);
  await signIn(ADA, browser);
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  expect(await post(await toProvider(visit(desk)), { cookie })).toMatch(/finish/);
  expect((await browser.call('GET', '/me')).status).toBe(200);
  const empty = { acs: ours.redirectUris[0] ?? '', fields: { SAMLResponse: '', RelayState: '' } };
  expect(await post(empty)).toBe('/portal/sign-in?refused=expired');
});

test('staff try a provider out before it is turned on: they see what it says and what would come of it, and nobody is signed in', async () => {
  await change(ours, { active: false });
  expect((await visit(desk).call('POST', `/portal/sign-in/saml/${ours.id}`)).status).toBe(404);
  const { browser } = await welcome(desk, { name: 'Tom Trier' });
  const attempt = async (says: Partial<Fields>, signer = idp.signer) => {
    const begun = await browser.call('POST', `/clients/${acme}/saml-providers/${ours.id}/trials`);
    expect(begun.status).toBe(201);
    const posted = idp.answer((begun.body as { url: string }).url, says, signer);
    expect(await post(posted)).toBe(`/clients/${acme}`);
    return lastAnswer();
  };
  const before = await peopleOf(acme);
  expect(await attempt(ADA)).toMatchObject({
    trial: true,
    fault: null,
    who: { email: 'ada@acme.example', outcome: 'known' },
  });
  const una = { nameId: 'una', attributes: { email: 'una@acme.example', displayName: 'Una' } };
  expect(await attempt(una)).toMatchObject({ who: { subject: 'nameid una', name: 'Una', outcome: 'unknown' } });
  await change(ours, { makesContacts: true });
  expect(await attempt(una)).toMatchObject({ who: { outcome: 'new' } });
  expect(await attempt(ADA, makeSigner('next'))).toMatchObject({ trial: true, fault: 'signature', who: null });
  expect(await attempt({ ...ADA, format: FORMAT.transient })).toMatchObject({ fault: 'subject' });
  expect(await attempt({ ...ADA, status: 'Responder' })).toMatchObject({ fault: 'status', detail: 'Responder' });
  expect(await peopleOf(acme)).toEqual(before);
  expect(await me(browser)).toMatchObject({ name: 'Tom Trier' });
  await change(ours, { active: true, makesContacts: false });
});

test('at the host name of another client a provider is not there, and at its own client’s it sends people back to that', async () => {
  const host = { host: 'help.birch.example' };
  await olive.call('PUT', `/clients/${birch}/portal-address`, { host: host.host });
  const begin = (id: string) => visit(desk).call('POST', `/portal/sign-in/saml/${id}`, {}, host);
  expect((await begin(ours.id)).status).toBe(404);
  const posted = other.answer(((await begin(theirs.id)).body as { url: string }).url, ADA);
  expect(posted.acs).toBe(`http://help.birch.example/api/v1/portal/sign-in/saml/${theirs.id}/acs`);
  expect((await listed(birch))[0]?.redirectUris).toContain(posted.acs);
  // Posted at the common address instead.
  expect(await post({ ...posted, acs: theirs.redirectUris[0] ?? '' })).toBe('/portal/for/birch?refused=failed');
  const at = await post(other.answer(((await begin(theirs.id)).body as { url: string }).url, ADA));
  expect(at).toMatch(/finish/);
  await olive.call('PUT', `/clients/${birch}/portal-address`, { host: null });
});

test('turned off, forbidden by the policy or removed, it lets nobody in and ends what began there', async () => {
  const policy = (value: object) =>
    olive.call('PUT', '/settings/portal.signIn', {
      level: 'client',
      id: acme,
      value: { password: false, secondFactor: 'optional', ssoSecondFactor: false, sessionHours: 168, ...value },
    });
  const browser = visit(desk);
  await signIn(ADA, browser);
  expect((await policy({ mail: false, sso: true })).status).toBe(200);
  expect((await change(ours, { active: false })).status).toBe(422);
  expect((await olive.call('DELETE', `/clients/${acme}/identity-providers/${ours.id}`)).status).toBe(422);
  const late = await post(await toProvider(browser));
  expect((await policy({ mail: true, sso: false })).status).toBe(200);
  expect(await follow(browser, late)).toBe(`${DOOR}?refused=failed`);
  expect((await visit(desk).call('POST', `/portal/sign-in/saml/${ours.id}`)).status).toBe(404);
  await policy({ mail: true, sso: true });
  const again = visit(desk);
  await signIn(ADA, again);
  const [early, kept] = [await toProvider(again), await post(await toProvider(again))];
  expect((await change(ours, { active: false })).status).toBe(200);
  expect((await again.call('GET', '/me')).status).toBe(401);
  expect(await post(early)).toBe(`${DOOR}?refused=failed`);
  expect(await follow(again, kept)).toBe(`${DOOR}?refused=failed`);
  expect((await olive.call('DELETE', `/clients/${acme}/identity-providers/${ours.id}`)).status).toBe(204);
  expect((await desk.app.inject({ url: `/api/v1/portal/sign-in/saml/${ours.id}/metadata` })).statusCode).toBe(404);
});
