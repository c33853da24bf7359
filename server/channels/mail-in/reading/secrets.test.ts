import { expect, test } from 'vitest';
import { keepInMemory, readBytes } from './corpus/read-corpus.ts';
import { forwardOf, newPartOf } from './index.ts';
import { withoutSecrets } from './secrets.ts';

const TOKEN = 'q3TzW-9_bLk2Jc8RfXv0Nn5YhGd7Ae1UiOo4PsMrEwZ';
const LINK = `https://desk.example/portal/decide#token=${TOKEN}`;
const wrapped = (times: number) => {
  let url = LINK;
  for (let time = 0; time < times; time++) url = encodeURIComponent(url);
  return `https://eur01.safelinks.protection.outlook.com/?url=${url}&data=05%7C02`;
};
const half = TOKEN.slice(0, 20);
const rest = TOKEN.slice(20);

test.each([
  ['a plain one', `Decide: ${LINK} until Friday`],
  ['one of a client’s own host name', `https://help.acme.example/portal/sign-in#token=${TOKEN}.`],
  ['an invitation of staff', `https://desk.example/invitation#token=${TOKEN}`],
  ['one in HTML', `<a href="${LINK}" rel="nofollow">${LINK}</a>`],
  ['one that a mail filter wrapped', wrapped(1)],
  ['one that two mail filters wrapped', wrapped(2)],
  ['one broken over two lines', `https://desk.example/portal/rate#token=${half}\n${rest}\nRegards`],
  ['one broken within a quote', `> https://desk.example/portal/rate#token=${half}\n> ${rest}\n> Regards`],
  ['one broken within clean HTML', `#token=${half}</a><br />&gt; ${rest}<br />Regards`],
])('the secret of %s is taken out', (_what, text) => {
  const clean = withoutSecrets(text);
  expect(clean).toContain('taken-out');
  for (const piece of [half, rest]) expect(clean).not.toContain(piece);
  if (text.includes('Regards')) expect(clean).toContain('Regards');
});

test('what is begun and never ended is taken out as far as it goes, and the words behind it stay', () => {
  expect(withoutSecrets('https://desk.example/portal/rate#token=abcdef\nand so on')).toBe(
    'https://desk.example/portal/rate#token=taken-out\nand so on',
  );
});

test('links of others, and words that only look alike, stay as they are', () => {
  for (const text of [
    'https://meet.example/room#token=abc123',
    'https://other.example/reset?token=0123456789012345678901234567890123456789012',
    'the #token= of the portal/decide page',
    '',
  ])
    expect(withoutSecrets(text)).toBe(text);
});

test('very many heads cost no more than their length', () => {
  const text = '#token=a '.repeat(100_000);
  expect(withoutSecrets(text)).toBe(text);
  expect(withoutSecrets('#token=a<br>'.repeat(20_000)).length).toBeGreaterThan(0);
});

const mailOf = (subject: string, body: string) =>
  readBytes(
    Buffer.from(
      `From: Ada <ada@acme.example>\r\nSubject: ${subject}\r\nMessage-ID: <1@acme.example>\r\nIn-Reply-To: <2@desk.example>\r\n\r\n${body}`,
    ),
    keepInMemory().keep,
  );

test('neither what is new in a mail, nor what it quotes or hands on, holds a secret of ours', async () => {
  const reply = await mailOf(
    'Re: Approve',
    `Is this right? ${LINK}\r\n\r\nOn Mon, Desk wrote:\r\n> Decide: ${LINK}\r\n`,
  );
  const { html, quoted } = newPartOf(reply, []);
  expect(html).toContain('Is this right?');
  expect(quoted).toContain('Decide');
  expect(html + quoted).not.toContain(TOKEN);
  const forward = await mailOf(
    'Fwd: Approve',
    `See ${LINK}\r\n\r\n-------- Forwarded Message --------\r\nSubject: Approve\r\nDate: Thu, 26 Nov 2026 10:00:00 +0000\r\nFrom: Desk <desk@desk.example>\r\nTo: ada@acme.example\r\n\r\nDecide: ${LINK}\r\n`,
  );
  const passed = forwardOf(forward);
  expect(passed?.html).toContain('Decide');
  expect(`${passed?.html}${passed?.before}${newPartOf(forward, []).html}`).not.toContain(TOKEN);
});
