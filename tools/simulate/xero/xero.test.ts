import { afterAll, expect, test } from 'vitest';
import { startSimulator } from '../index.ts';
import { simulatedXero } from './index.ts';
import { CLIENT_ID, CLIENT_SECRET } from './oauth.ts';

let now = Date.parse('2026-11-24T09:00:00Z');
const xero = simulatedXero();
const simulator = await startSimulator(xero.vendor, { sites: 2, devices: 2, clock: () => now });
afterAll(() => simulator.stop());
const token = simulator.tokens.give('access', 3_600_000);
const { books } = xero;
const headers = (more: Record<string, string> = {}) => ({
  ...{ authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' },
  ...{ 'xero-tenant-id': books.tenant.id, ...more },
});
const call = async (method: string, path: string, body?: object, more: Record<string, string> = {}) => {
  const init = { method, headers: headers(more), ...(body ? { body: JSON.stringify(body) } : {}) };
  const answer = await fetch(`${simulator.origin}/api.xro/2.0/${path}`, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const invoice = (InvoiceNumber: string, more: object = {}) => ({
  ...{ Type: 'ACCREC', InvoiceNumber, Contact: { ContactID: books.contacts[0]?.id }, Date: '2026-11-24' },
  LineItems: [
    { Description: 'Work', Quantity: 1.25, UnitAmount: 219.99, AccountCode: '200', TaxType: 'OUTPUT', ...more },
  ],
});

test('its page says the three addresses that a connection asks for, and each answers', async () => {
  const { credentials } = (await (await fetch(`${simulator.origin}/__simulator/state`)).json()) as {
    credentials: { label: string; value: string }[];
  };
  const at = new Map(credentials.map(({ label, value }) => [label, value]));
  const question = new URLSearchParams({
    ...{ client_id: CLIENT_ID, response_type: 'code', state: 's', redirect_uri: 'http://127.0.0.1/back' },
    scope: 'offline_access accounting.transactions accounting.contacts accounting.settings.read',
    ...{ code_challenge: 'c', code_challenge_method: 'S256' },
  });
  const answers = await Promise.all([
    fetch(`${at.get('Sign-in address')}?${question}`, { redirect: 'manual' }),
    fetch(at.get('Token address') ?? '', { method: 'POST' }),
    fetch(`${at.get('API address')}/api.xro/2.0/Accounts`, { headers: headers() }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([302, 400, 200]);
});

test('it refuses what Xero refuses, and answers XML to whoever does not ask for JSON', async () => {
  expect((await call('GET', 'Accounts', undefined, { authorization: 'Bearer none' })).status).toBe(401);
  expect((await call('GET', 'Accounts', undefined, { 'xero-tenant-id': 'another' })).status).toBe(403);
  const plain = await call('GET', 'Accounts', undefined, { accept: '*/*' });
  expect(plain.headers.get('content-type')).toBe('text/xml');
  const bad = await call('PUT', 'Invoices', { Invoices: [invoice('A', { AccountCode: '999' })] });
  expect([bad.status, bad.text]).toEqual([400, expect.stringContaining("Account code '999' is not a valid code")]);
  const name = books.contacts[0]?.name.toUpperCase();
  expect((await call('PUT', 'Contacts', { Contacts: [{ Name: name }] })).status).toBe(400);
});

test('each of a batch is judged by itself where that is asked, and a call of one key counts once', async () => {
  const body = { Invoices: [invoice('B'), invoice('B'), invoice('C')] };
  const key = { 'idempotency-key': 'once' };
  const first = await call('PUT', 'Invoices?summarizeErrors=false', body, key);
  const { Invoices } = JSON.parse(first.text) as { Invoices: { StatusAttributeString: string; Total?: number }[] };
  expect(Invoices.map((one) => [one.StatusAttributeString, one.Total])).toEqual([
    ['OK', 302.49],
    ['ERROR', undefined],
    ['OK', 302.49],
  ]);
  expect((await call('PUT', 'Invoices?summarizeErrors=false', body, key)).text).toBe(first.text);
  expect(books.documents).toHaveLength(2);
  expect((await call('PUT', 'Invoices', { Invoices: [invoice('D')] }, key)).status).toBe(400);
});

test('more than sixty calls a minute wait, and it says how long', async () => {
  let last = await call('GET', 'Accounts');
  for (let nth = 0; nth < 60 && last.status === 200; nth++) last = await call('GET', 'Accounts');
  expect([last.status, last.headers.get('x-rate-limit-problem')]).toEqual([429, 'minute']);
  now += Number(last.headers.get('retry-after')) * 1_000;
  expect((await call('GET', 'Accounts')).status).toBe(200);
});

test('a refresh token that was used is worth nothing half an hour later', async () => {
  const refresh = simulator.tokens.give('refresh', 86_400_000);
  const renew = () =>
    fetch(`${simulator.origin}/connect/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refresh }),
    });
  expect([(await renew()).status, (await renew()).status]).toEqual([200, 200]);
  now += 31 * 60_000;
  const late = await renew();
  expect([late.status, await late.json()]).toEqual([400, { error: 'invalid_grant' }]);
});
