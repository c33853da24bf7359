import { expect, test } from 'vitest';
import { type Said, sharedIssuer, whoIs } from './who.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const ENTRA = `https://login.microsoftonline.com/${TENANT}/v2.0`;
const acme = { email_domains: ['acme.example'], trusts_email: false };
const said = (more: Partial<Said> = {}): Said => ({
  issuer: 'https://idp.example',
  subject: 's1',
  email: 'Ada@Acme.example',
  emailVerified: true,
  name: 'Ada',
  token: {},
  ...more,
});
const entra = (token: object, more: Partial<Said> = {}) =>
  said({ issuer: ENTRA, emailVerified: false, token: { tid: TENANT, oid: 'o1', ...token }, ...more });
const google = (token: object) => said({ issuer: 'https://accounts.google.com', token: { ...token } });

test('an address counts when it is verified, or when the provider is the client’s alone', () => {
  expect(whoIs(acme, said())).toEqual({ subject: 'sub s1', email: 'ada@acme.example', name: 'Ada' });
  expect(whoIs(acme, said({ emailVerified: false }))?.email).toBe('');
  expect(whoIs({ ...acme, trusts_email: true }, said({ emailVerified: false }))?.email).toBe('ada@acme.example');
});

test.each([
  'ada@evil.example',
  'ada@notacme.example',
  'ada@acme.example.evil.example',
  'ada@acme.example@evil.example',
  'ada@evil.example,ada@acme.example',
  '<ada@acme.example>',
  'ada@ácme.example',
  'acme.example',
  '@acme.example',
  '',
])('the address %j does not count, however it is vouched for', (email) => {
  expect(whoIs({ ...acme, trusts_email: true }, said({ email }))?.email).toBe('');
  expect(whoIs(acme, entra({}, { email }))?.email).toBe('');
});

test('at Entra ID somebody is who their object id says, in the tenant of the issuer alone', () => {
  expect(whoIs(acme, entra({}))).toEqual({ subject: 'oid o1', email: 'ada@acme.example', name: 'Ada' });
  expect(whoIs(acme, entra({ preferred_username: 'Ada.A@acme.example' }, { email: '' }))?.email).toBe(
    'ada.a@acme.example',
  );
  expect(whoIs(acme, entra({ tid: '99999999-2222-3333-4444-555555555555' }))).toBeNull();
  expect(whoIs(acme, entra({ tid: undefined }))).toBeNull();
  expect(whoIs(acme, entra({ oid: undefined }))).toBeNull();
  // A guest is known by the address of another company.
  expect(
    whoIs(
      acme,
      entra({ preferred_username: 'eve_evil.example#EXT#@acme.onmicrosoft.com' }, { email: 'eve@evil.example' }),
    )?.email,
  ).toBe('');
});

test('Google speaks for a company by its hosted domain alone, since anybody has an account there', () => {
  expect(whoIs(acme, google({ hd: 'acme.example' }))?.email).toBe('ada@acme.example');
  expect(whoIs(acme, google({}))?.email).toBe('');
  expect(whoIs(acme, google({ hd: 'evil.example' }))?.email).toBe('');
  expect(whoIs({ ...acme, trusts_email: true }, { ...google({}), emailVerified: false })?.email).toBe('');
});

test('an issuer of many companies is refused', () => {
  for (const tenant of ['common', 'organizations', 'consumers', 'acme.onmicrosoft.com'])
    expect(sharedIssuer(`https://login.microsoftonline.com/${tenant}/v2.0`)).toMatch(/tenant/);
  expect(sharedIssuer(ENTRA)).toBeNull();
  expect(sharedIssuer('https://idp.example')).toBeNull();
});
