import { expect, test } from 'vitest';
import { FORMAT } from '#tests/saml-answer.ts';
import type { Said } from './assertion.ts';
import { whoSaid } from './who.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const acme = { issuer: 'https://idp.example', email_domains: ['acme.example'], trusts_email: true };
const entra = { ...acme, issuer: `https://sts.windows.net/${TENANT}/` };
const XMLSOAP = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';
const MICROSOFT = 'http://schemas.microsoft.com/identity/claims/';
const said = (attributes: Record<string, string | string[]> = {}, more: Partial<Said> = {}): Said => ({
  ...{ id: '_1', until: 0, nameId: 'ada-1', nameIdFormat: FORMAT.persistent },
  attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, [value].flat()])),
  ...more,
});

test.each<[string, Record<string, string>]>([
  ['Okta', { email: 'Ada@Acme.example', firstName: 'Ada', lastName: 'Adams' }],
  ['ADFS', { [`${XMLSOAP}emailaddress`]: 'ada@acme.example', [`${XMLSOAP}name`]: 'Ada Adams' }],
  ['Keycloak', { 'urn:oid:0.9.2342.19200300.100.1.3': 'ada@acme.example', 'urn:oid:2.5.4.42': 'Ada', sn: 'Adams' }],
  ['Entra ID', { mail: 'ada@acme.example', [`${XMLSOAP}name`]: 'ada@acme.example', displayName: 'Ada Adams' }],
])('address and name are found as %s says them', (_, attributes) => {
  expect(whoSaid(acme, said(attributes))).toEqual({
    subject: 'nameid ada-1',
    email: 'ada@acme.example',
    name: 'Ada Adams',
  });
});

test('a name id that is an address is one, in small letters, and whoever has it is somebody by it', () => {
  const google = said({}, { nameId: 'Ada@Acme.example', nameIdFormat: FORMAT.email });
  expect(whoSaid(acme, google)).toEqual({ subject: 'nameid ada@acme.example', email: 'ada@acme.example', name: '' });
  // What is no address by its format is taken to the letter.
  expect(whoSaid(acme, said({}, { nameId: 'ADA' })).subject).toBe('nameid ADA');
});

test.each<[string, Said]>([
  ['of a domain that was not named', said({ email: 'ada@evil.example' })],
  ['of several', said({ email: ['ada@acme.example', 'boss@acme.example'] })],
  ['that is none', said({ email: 'acme.example' })],
  ['in brackets', said({ email: '<ada@acme.example>' })],
])('an address %s does not count', (_, one) => {
  expect(whoSaid(acme, one).email).toBe('');
  expect(whoSaid({ ...acme, trusts_email: false }, said({ email: 'ada@acme.example' })).email).toBe('');
});

test('at Entra ID somebody is who their object id says, in the tenant of the issuer alone', () => {
  const claims = (tenant: string) => ({ [`${MICROSOFT}objectidentifier`]: 'o1', [`${MICROSOFT}tenantid`]: tenant });
  expect(whoSaid(entra, said(claims(TENANT), { nameIdFormat: FORMAT.transient })).subject).toBe('oid o1');
  expect(() => whoSaid(entra, said(claims('99999999-2222-3333-4444-555555555555')))).toThrow('subject');
  // Elsewhere these claims are words like any other.
  expect(whoSaid(acme, said(claims(TENANT))).subject).toBe('nameid ada-1');
});

test('a name that is made up for one session is nobody’s', () => {
  expect(() => whoSaid(acme, said({}, { nameIdFormat: FORMAT.transient }))).toThrow('transient');
});
