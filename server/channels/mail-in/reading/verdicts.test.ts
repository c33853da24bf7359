import { expect, test } from 'vitest';
import { CORPUS, readBytes } from './corpus/read-corpus.ts';
import { automaticWhy, loopWhy, mustNotAnswerWhy, plainSubject, provenBy } from './index.ts';

const mailWith = (headers: string) =>
  readBytes(
    Buffer.from(`From: Jo Lee <jo.lee@acme.example>\r\nMessage-ID: <v@acme.example>\r\n${headers}\r\n\r\nHello\r\n`),
  );
const message = async (name: string) => readBytes(CORPUS.get(name) ?? Buffer.alloc(0));

test.each([
  ['RE: AW: Fwd: WG: Drucker', 'Drucker'],
  ['Re[2]: Re(3): TR : RV: Antw: SV: Odp: R: I: PD: ENC: Printer', 'Printer'],
  ['[ops] Re: [EXTERNAL] Router', 'Router'],
  ['Re:', 'Re:'],
  ['[ACME-142]', '[ACME-142]'],
  ['Reset: password', 'Reset: password'],
  ['Internet: slow', 'Internet: slow'],
  ['  Two   blanks ', 'Two blanks'],
])('%j is about %j', (subject, plain) => {
  expect(plainSubject(subject)).toBe(plain);
});

test('a list under one of our own addresses is a way to us, any other is not', async () => {
  const group = await message('group-list');
  expect(automaticWhy(group)).toContain('Precedence');
  expect(automaticWhy(group, ['helpdesk@msp.example'])).toBeNull();
  expect(mustNotAnswerWhy(group, ['helpdesk@msp.example'])).toBeNull();
  expect(automaticWhy(await message('list-foreign'), ['helpdesk@msp.example'])).toContain('List-Id');
});

test.each([
  ['Auto-Submitted: no', null],
  ['Auto-Submitted: No; owner="x"', null],
  ['Auto-Submitted: auto-notified; x', 'Auto-Submitted'],
  ['X-Autoreply: no', null],
  ['Precedence: first-class', null],
  ['X-Auto-Response-Suppress: DR, RN', null],
  ['Delivered-To: autoresponder', 'Delivered-To'],
])('%s makes a mail automatic: %s', async (headers, word) => {
  const why = automaticWhy(await mailWith(headers));
  if (word === null) expect(why).toBeNull();
  else expect(why).toContain(word);
});

test('what goes to a no-reply address is not answered', async () => {
  expect(mustNotAnswerWhy(await mailWith('Reply-To: no-reply@acme.example'))).toContain('no-reply');
  expect(mustNotAnswerWhy(await mailWith('Reply-To: pat@acme.example'))).toBeNull();
});

test('our own mail that comes back is known by its id, its mark or its sender; an answer to it is not', async () => {
  const ours = {
    domains: ['desk.msp.example'],
    isOurId: (id: string) => id.startsWith('fettle.'),
    addresses: ['support@msp.example'],
    headers: [{ name: 'x-fettle-installation', value: 'one' }],
  };
  const why = async (text: string) => loopWhy(await readBytes(Buffer.from(`${text}\r\n\r\nHello\r\n`)), ours);
  expect(await why('From: a@b.example\r\nMessage-ID: <fettle.1.2@desk.msp.example>')).toContain('Message-ID');
  expect(await why('From: a@b.example\r\nX-Fettle-Installation: one')).toContain('X-Fettle-Installation');
  expect(await why('From: a@b.example\r\nX-Fettle-Installation: another')).toBeNull();
  expect(await why('From: a@b.example\r\nX-Loop: <Support@msp.example>')).toContain('X-Loop');
  expect(await why('From: Support@MSP.example')).toContain('From');
  expect(await why(`From: a@b.example\r\n${'Received: by x\r\n'.repeat(61).trim()}`)).toContain('Received');
  expect(await why('From: a@b.example\r\nMessage-ID: <x@desk.msp.example>')).toBeNull();
  expect(await why('From: a@b.example\r\nIn-Reply-To: <fettle.1.2@desk.msp.example>')).toBeNull();
});

test.each([
  ['mx.msp.example; dmarc=pass header.from=acme.example', 'pass'],
  ['mx.msp.example 1; dmarc=PASS (p=none) header.from=acme.example', 'pass'],
  ['mx.msp.example; dmarc=pass header.from=strange.example', 'fail'],
  ['mx.msp.example; dmarc=fail header.from=acme.example', 'fail'],
  ['mx.msp.example; dmarc=none; dkim=pass header.d=acme.example', 'pass'],
  ['mx.msp.example; dkim=pass header.i=@mail.acme.example', 'pass'],
  ['mx.msp.example; dkim=pass header.d=notacme.example', 'unknown'],
  ['mx.msp.example; dkim=pass header.d=example', 'unknown'],
  ['mx.msp.example; spf=pass smtp.mailfrom=jo.lee@acme.example', 'pass'],
  ['mx.msp.example; spf=pass smtp.mailfrom=bounce@strange.example', 'unknown'],
  ['mx.msp.example; spf=fail smtp.mailfrom=acme.example', 'fail'],
  ['mx.msp.example; none', 'unknown'],
  ['mx.strange.example; dmarc=pass header.from=acme.example', 'unknown'],
  ['mx.msp.example.strange.example; dmarc=pass header.from=acme.example', 'unknown'],
  ['(mx.msp.example;) mx.strange.example; dmarc=pass', 'unknown'],
  ['spf=pass smtp.mailfrom=acme.example; dmarc=pass header.from=acme.example', 'unknown'],
  ['', 'unknown'],
])('%s proves the sender: %s', async (results, verdict) => {
  const mail = await mailWith(`Authentication-Results: ${results}`);
  expect(provenBy(mail, ['mx.msp.example'])).toMatchObject({ verdict });
});

test('only the topmost results of a trusted server count, and unnamed ones only where that is trusted', async () => {
  expect(provenBy(await message('dmarc-pass'), ['MX.msp.example']).verdict).toBe('pass');
  expect(provenBy(await message('dmarc-pass'), []).verdict).toBe('unknown');
  expect(provenBy(await message('dmarc-forged'), ['mx.msp.example']).verdict).toBe('fail');
  const unnamed = await mailWith(
    'Authentication-Results: spf=pass smtp.mailfrom=acme.example;\r\n dmarc=pass header.from=acme.example',
  );
  expect(provenBy(unnamed, ['']).verdict).toBe('pass');
  const two = await mailWith('From: x@strange.example\r\nAuthentication-Results: mx.msp.example; dmarc=pass');
  expect(provenBy(two, ['mx.msp.example']).verdict).toBe('fail');
});

test('addresses are compared in lower case and ASCII, the tag kept and groups resolved', async () => {
  const mail = await message('idn-and-groups');
  expect(mail.from).toEqual({ name: 'Jürgen Müller', address: 'juergen+it@xn--bcher-kva.example' });
  expect(mail.sender).toEqual({ name: 'Office, Front', address: 'front@acme.example' });
  expect(mail.replyTo).toEqual([{ name: 'Team, IT', address: 'it@acme.example' }]);
  expect(mail.to.map(({ address }) => address)).toEqual(['jo@acme.example', 'pat@acme.example']);
  expect(mail.cc.map(({ address }) => address)).toEqual(['a@acme.example', 'b@acme.example']);
  expect(mail).toMatchObject({ messageId: 'idn.1@acme.example', date: '2026-04-02T08:00:00.000Z' });
  expect(mail.header('x-none')).toEqual([]);
});
