import { createHash, createPublicKey, verify } from 'node:crypto';
import dns from 'node:dns/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import type { DkimKey, MailSendingView } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { type SendingRow, sendingRow, serverOf } from '../server.ts';
import { deliverBySmtp } from '../transport.ts';

const desk = await openDesk({ roles: ['web'] });
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
/** What DNS holds, by name. */
const zone = new Map<string, string[][]>();
vi.spyOn(dns, 'resolveTxt').mockImplementation(async (name) => {
  const records = zone.get(name);
  if (!records) throw Object.assign(new Error(`queryTxt ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
  return records;
});

const keysOf = (answer: { body: unknown }) => (answer.body as { items: DkimKey[] }).items;
const make = async (domain = 'Harbour.Example') => keysOf(await owner.call('POST', '/mail/dkim', { domain }));
const look = async ({ selector }: DkimKey) => keysOf(await owner.call('POST', `/mail/dkim/${selector}/look`));
/** As a DNS provider keeps it: in pieces of 255 characters. */
const publish = ({ recordName, recordValue }: DkimKey) =>
  zone.set(recordName, [['v=spf1 -all'], recordValue.match(/.{1,255}/g) ?? []]);
const sendOne = async () => {
  sink.mails.length = 0;
  expect((await owner.call('POST', '/mail/sending/test')).status).toBe(200);
  return sink.mails[0]?.raw ?? '';
};

beforeEach(async () => {
  zone.clear();
  await desk.run((ctx) => ctx.tx.deleteFrom('dkim_keys').execute());
  const { version } = (await owner.call('GET', '/mail/sending')).body as MailSendingView;
  await owner.call('PUT', '/mail/sending', {
    ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version },
    ...{ fromName: 'Hafen Größe', fromAddress: 'desk@harbour.example' },
  });
});

/** Verifies a relaxed/relaxed signature (RFC 6376, section 6), written from the standard; answers the selector. */
function verified(raw: string): string | null {
  const at = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, at).split(/\r\n(?![ \t])/);
  const relaxed = (line: string) => {
    const colon = line.indexOf(':');
    const value = line
      .slice(colon + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
      .trim();
    return `${line.slice(0, colon).toLowerCase().trim()}:${value}`;
  };
  const signature = headers.find((line) => /^dkim-signature:/i.test(line));
  if (!signature) return null;
  const tags = new Map(
    relaxed(signature)
      .slice('dkim-signature:'.length)
      .split(';')
      .map((tag) => {
        const [name = '', ...value] = tag.split('=');
        return [name.trim(), value.join('=').trim()];
      }),
  );
  const body = raw
    .slice(at + 4)
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(\r\n)*$/, '\r\n');
  expect(createHash('sha256').update(body).digest('base64')).toBe(tags.get('bh'));
  const rest = [...headers];
  const signed = (tags.get('h') ?? '').split(':').flatMap((name) => {
    const index = rest.findLastIndex((line) => line.toLowerCase().startsWith(`${name}:`));
    return index < 0 ? [] : rest.splice(index, 1).map(relaxed);
  });
  expect(signed.map((line) => line.split(':')[0])).toEqual(expect.arrayContaining(['from', 'to', 'subject']));
  const text = [...signed, relaxed(signature).replace(/([; ]b=)[^;]*/, '$1')].join('\r\n');
  const record =
    zone
      .get(`${tags.get('s')}._domainkey.${tags.get('d')}`)
      ?.at(-1)
      ?.join('') ?? '';
  const [, key = ''] = /p=([^;]+)/.exec(record) ?? [];
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(2_048);
  const given = Buffer.from((tags.get('b') ?? '').replace(/\s/g, ''), 'base64');
  expect(verify('sha256', Buffer.from(text), publicKey, given)).toBe(true);
  return tags.get('s') ?? null;
}

test('a key signs once its record was seen in DNS, as anybody can verify; the private half is shown to nobody', async () => {
  const [key] = await make();
  expect(key).toMatchObject({ domain: 'harbour.example', state: 'new', lookedAt: null });
  expect(key?.recordName).toBe(`${key?.selector}._domainkey.harbour.example`);
  expect(await look(key as DkimKey)).toMatchObject([{ state: 'new', found: 'There is no such record yet.' }]);
  expect(verified(await sendOne())).toBeNull();
  zone.set(key?.recordName ?? '', [['v=DKIM1; k=rsa; p=', 'AAAA']]);
  expect(await look(key as DkimKey)).toMatchObject([{ state: 'new', found: expect.stringContaining('p=AAAA') }]);
  publish(key as DkimKey);
  expect(await look(key as DkimKey)).toMatchObject([{ state: 'active', found: null }]);
  expect(verified(await sendOne())).toBe(key?.selector);
  const { rows } = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('dkim_keys')
      .selectAll()
      .execute()
      .then((rows) => ({ rows })),
  );
  expect(Buffer.from(rows[0]?.private_key ?? '').toString('latin1')).not.toContain('PRIVATE KEY');
  expect(JSON.stringify(keysOf(await owner.call('GET', '/mail/dkim')))).not.toContain('PRIVATE');
});

test('the fields by which a mail program stops a list’s mail are signed, both of them', async () => {
  const [key] = await make();
  publish(key as DkimKey);
  await look(key as DkimKey);
  sink.mails.length = 0;
  const server = serverOf(desk.services, (await desk.run(sendingRow)) as SendingRow);
  await deliverBySmtp(desk.services, server, {
    from: { name: 'Hafen', address: 'desk@harbour.example' },
    to: { name: 'Ada', address: 'ada@acme.example' },
    subject: 'Down',
    text: 'x',
    html: '<p>x</p>',
    messageId: '<1@harbour.example>',
    date: new Date(),
    headers: {
      'List-Id': '<announcements.harbour.example>',
      'List-Unsubscribe': '<https://desk.harbour.example/1>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });
  const raw = sink.mails[0]?.raw ?? '';
  expect(verified(raw)).toBe(key?.selector);
  const signed = /DKIM-Signature:[\s\S]*?\sh=([^;]*)/.exec(raw)?.[1]?.toLowerCase().replace(/\s/g, '').split(':');
  expect(signed).toEqual(expect.arrayContaining(['list-id', 'list-unsubscribe', 'list-unsubscribe-post']));
});

test('the next key takes over once it was seen, and the one before signs until then', async () => {
  const [first] = await make();
  publish(first as DkimKey);
  await look(first as DkimKey);
  const [next, before] = await make();
  expect([next?.state, before?.selector, before?.state]).toEqual(['new', first?.selector, 'active']);
  expect(verified(await sendOne())).toBe(first?.selector);
  // Made again before it was published: the one that was never seen is forgotten.
  const [again, ...others] = await make();
  expect(again?.selector).not.toBe(next?.selector);
  expect(others).toMatchObject([{ state: 'active' }]);
  publish(again as DkimKey);
  expect(await look(again as DkimKey)).toMatchObject([
    { state: 'active' },
    { selector: first?.selector, state: 'old' },
  ]);
  expect(verified(await sendOne())).toBe(again?.selector);
  await owner.call('DELETE', `/mail/dkim/${again?.selector}`);
  expect(verified(await sendOne())).toBeNull();
});

test('mail from another domain is not signed with it, and DNS is asked only when somebody asks', async () => {
  const [key] = await make('other.example');
  publish(key as DkimKey);
  await look(key as DkimKey);
  vi.mocked(dns.resolveTxt).mockClear();
  expect(verified(await sendOne())).toBeNull();
  expect(dns.resolveTxt).not.toHaveBeenCalled();
  expect((await owner.call('POST', '/mail/dkim', { domain: 'no domain' })).status).toBe(400);
});
