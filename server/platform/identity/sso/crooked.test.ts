import { expect, test } from 'vitest';
import { type Crook, openCrookedIssuer } from '#tests/crooked-issuer.ts';
import { openDesk } from '#tests/desk.ts';
import { visit, welcome } from '#tests/visitor.ts';

const desk = await openDesk();
const issuer = await openCrookedIssuer('fettle');
const elsewhere = await openCrookedIssuer('fettle');
const owner = await welcome(desk);
const settings = { key: 'crook', name: 'Crook', issuer: issuer.issuer, clientId: 'fettle', clientSecret: 'secret' };
const claims = { email: owner.email, email_verified: true };
const made = await owner.browser.call('POST', '/identity-providers', {
  ...settings,
  emailDomains: ['harbour.example'],
});

/** Signs in at the issuer while it does what it is told; answers with where the browser ends. */
async function signIn(crook: Crook): Promise<unknown> {
  issuer.crook = { ...crook, claims: { ...claims, ...crook.claims } };
  const browser = visit(desk);
  const begun = await browser.call('POST', '/sign-in/oidc/crook', {});
  const url = new URL((begun.body as { url: string }).url);
  issuer.nonce = url.searchParams.get('nonce') ?? '';
  issuer.challenge = url.searchParams.get('code_challenge') ?? '';
  const state = url.searchParams.get('state');
  const answer = await browser.call('GET', `/sign-in/oidc/crook/callback?code=c&state=${state}`);
  return answer.headers.location;
}

test('an honest answer is taken, and the code is tied to this flow by PKCE', async () => {
  expect(made.status).toBe(201);
  expect(await signIn({})).toBe('/');
  expect(issuer.verified).toBe(true);
});

test.each<[string, Crook]>([
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['for another client', { claims: { aud: 'somebody else' } }],
  ['for several, azp not us', { claims: { aud: ['fettle', 'other'], azp: 'other' } }],
  ['with another nonce', { claims: { nonce: 'replayed' } }],
  ['without a nonce', { claims: { nonce: undefined } }],
  ['that has ended', { claims: { exp: 1, iat: 1 } }],
  ['from the future', { claims: { nbf: 4_000_000_000 } }],
  ['without a subject', { claims: { sub: undefined } }],
  ['signed by another key', { foreignKey: true }],
  ['not signed at all', { header: { alg: 'none' } }],
  ['signed with our secret as if that were a key', { header: { alg: 'HS256' } }],
])('an ID token %s is refused', async (_, crook) => {
  expect(await signIn(crook)).toBe('/sign-in?refused=failed');
});

test('a redirect away from the issuer is not followed', async () => {
  elsewhere.asked.length = 0;
  expect(await signIn({ redirectTo: `${elsewhere.issuer}/token` })).toBe('/sign-in?refused=failed');
  expect(elsewhere.asked).toEqual([]);
});

test('servers that were not named when the provider was saved are not talked to', async () => {
  elsewhere.asked.length = 0;
  issuer.crook = {};
  const { id, version } = made.body as { id: string; version: number };
  issuer.crook = { metadata: { token_endpoint: `${elsewhere.issuer}/token` } };
  await desk.run((ctx) =>
    ctx.tx
      .updateTable('identity_providers')
      .set({ version: version + 7 })
      .where('id', '=', id)
      .execute(),
  );
  expect(await signIn(issuer.crook)).toBe('/sign-in?refused=failed');
  expect(elsewhere.asked).toEqual([]);
  const saved = await owner.browser.call('PATCH', `/identity-providers/${id}`, { version: version + 7, name: 'Crook' });
  expect(saved.body).toMatchObject({ origins: [issuer.issuer, elsewhere.issuer] });
});

test.each<[string, Record<string, unknown>]>([
  ['calls itself something else', { issuer: 'https://evil.example' }],
  ['has no keys', { jwks_uri: undefined }],
  ['sends people to a script', { authorization_endpoint: 'javascript:alert(1)' }],
  ['takes codes by plain HTTP elsewhere', { token_endpoint: 'http://idp.example/token' }],
])('an issuer that %s is not saved', async (_, metadata) => {
  elsewhere.crook = { metadata };
  const answer = await owner.browser.call('POST', '/identity-providers', {
    ...settings,
    key: 'other',
    issuer: elsewhere.issuer,
  });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'issuer' }] } });
});
