import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { ClientProviderView } from '#shared/client-sso.ts';
import { openDesk } from '#tests/desk.ts';
import { openProvider } from '#tests/identity-provider.ts';
import { hire } from '#tests/people.ts';
import { visit } from '#tests/visitor.ts';

const BASE = 'http://127.0.0.1';
const desk = await openDesk({ baseUrl: BASE, roles: ['web'] });
const olive = await hire(desk);

test('the whole way to a provider as others run it, and back', async () => {
  const idp = await openProvider([`${BASE}/not/known/yet`]);
  const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
  const made = await olive.call('POST', `/clients/${acme}/identity-providers`, {
    ...{ name: 'Acme account', issuer: idp.issuer, clientId: idp.clientId, clientSecret: idp.clientSecret },
    ...{ emailDomains: ['acme.example'], makesContacts: true, trustsEmail: false },
  });
  const { id, redirectUris } = made.body as ClientProviderView;
  idp.sendsBackTo(redirectUris);
  idp.person = { sub: 'ada', email: 'ada@acme.example', email_verified: true, name: 'Ada Adams' };
  const browser = visit(desk);
  const begun = await browser.call('POST', `/portal/sign-in/oidc/${id}`);
  const answer = await idp.visit((begun.body as { url: string }).url, `${BASE}/api/`);
  expect((await browser.call('GET', answer.slice(`${BASE}/api/v1`.length))).headers['location']).toBe('/portal');
  expect((await browser.call('GET', '/me')).body).toMatchObject({ kind: 'contact', name: 'Ada Adams' });
});
