import { expect, test } from 'vitest';
import { openDesk } from '../desk.ts';
import { must } from '../isolation/sweep/world.ts';
import { hire } from '../people.ts';

const desk = await openDesk();
const olive = await hire(desk);
const { id: client } = await must(olive, 'POST', '/clients', { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
const put = (key: string, value: object) =>
  olive.call('PUT', `/settings/${key}`, { level: 'client', id: client, value });
const about = { name: 'Theirs', clientId: 'fettle', clientSecret: 'secret', emailDomains: ['acme.example'] };

/** Every field that takes an address at which something is asked, or to which people are led. */
const FIELDS: readonly (readonly [
  field: string,
  save: (address: string) => Promise<{ status: number; text: string }>,
])[] = [
  ['the provider of staff', (issuer) => olive.call('POST', '/identity-providers', { ...about, key: 'theirs', issuer })],
  [
    'the provider of a client',
    (issuer) =>
      olive.call('POST', `/clients/${client}/identity-providers`, {
        ...about,
        ...{ issuer, makesContacts: false, trustsEmail: false },
      }),
  ],
  ['a link of the portal', (url) => put('portal.links', { links: [{ label: 'x', url }] })],
];
const ADDRESSES = [
  ...['file:///etc/passwd', 'gopher://x.example/_x', 'ftp://x.example/x', 'dict://x.example:11111/x'],
  ...[
    'data:text/html,x',
    'javascript:alert(1)',
    'jar:https://x.example!/x',
    'ldap://x.example',
    'blob:https://x.example/1',
  ],
  ...['php://filter', 'view-source:https://x.example', '//x.example', 'https:/\\x.example/ x', 'ht\ttps://x.example'],
];

test.each(FIELDS)('%s takes no address but of the web', async (_, save) => {
  const taken: string[] = [];
  for (const address of ADDRESSES) {
    const { status, text } = await save(address);
    // It is the address that is complained of, and nothing else.
    if ((status !== 400 && status !== 422) || !/"path":"[^"]*(issuer|url)"/.test(text))
      taken.push(`${address} → ${status} ${text}`);
  }
  expect(taken).toEqual([]);
});
