import { readdir } from 'node:fs/promises';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { expect, test } from 'vitest';
import { openDesk } from '../desk.ts';
import { must } from '../isolation/sweep/world.ts';
import { hire } from '../people.ts';
import { upload } from '../upload.ts';

const logged: string[] = [];
const log = pino({ level: 'warn' }, { write: (line) => void logged.push(line) });
const desk = await openDesk({ log });
const olive = await hire(desk);
const client = (await must(olive, 'POST', '/clients', { name: 'Acme', code: 'ACME', timeZone: 'UTC' })).id;
const me = { authorization: `Bearer ${olive.key}` };
const send = (name: string, content: string | Buffer, type?: string) =>
  upload(desk, client, me, { name, content, ...(type ? { type } : {}) });
const fetchFile = (id: string) => desk.app.inject({ url: `/api/v1/files/${id}`, headers: me });

test.each([
  [''],
  ['../../../../etc/passwd'],
  ['..\\..\\windows\\system32\\config'],
  ['/etc/shadow'],
  ['C:\\boot.ini'],
  ['\\\\server\\share\\x'],
  ['..%2f..%2fetc%2fpasswd'],
  ['.htaccess'],
  ['....'],
  ['invoice\u202egnp.exe'],
  ['zero\u200bwidth\ufeff.txt'],
  ['trailing dot.'],
  ['CON'],
  ['semi;colon; filename=x.html'],
  ['x'.repeat(5_000)],
  ['<img src=x onerror=alert(1)>.png'],
  ['=cmd|calc.csv'],
  ['\u0430\u0440\u0440\u04cf\u0435.pdf'],
])('a file called %j becomes a plain label, and its bytes lie under their hash', async (name) => {
  const { status, body } = await send(name, name);
  expect(status).toBe(201);
  expect(body.name).toMatch(/^[^/\\\p{Cc}\p{Cf}]{1,200}$/u);
  expect(body.name.startsWith('.')).toBe(false);
  const { headers, statusCode } = await fetchFile(body.id);
  expect(statusCode).toBe(200);
  expect(String(headers['content-disposition'])).toMatch(/^attachment; filename\*=UTF-8''[\w%.~!*'()-]+$/);
});

test('nothing lies beside the hashes', async () => {
  const names = await readdir(join(desk.dataDir, 'files'), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => entry.name);
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((name) => !/^[0-9a-f]{60,64}$/.test(name))).toEqual([]);
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const SCRIPT = '<script>alert(document.domain)</script>';

test.each<[what: string, name: string, content: string | Buffer, declared: string, shown: boolean]>([
  ['a page', 'x.html', `<!doctype html>${SCRIPT}`, 'text/html', false],
  [
    'a picture that is a document',
    'x.svg',
    `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`,
    'image/svg+xml',
    false,
  ],
  [
    'XML with a style sheet',
    'x.xml',
    `<?xml version="1.0"?><?xml-stylesheet href="x"?><x>${SCRIPT}</x>`,
    'text/xml',
    false,
  ],
  ['a page that says it is a picture', 'x.png', `<!doctype html>${SCRIPT}`, 'image/png', false],
  ['a script', 'x.js', 'alert(1)', 'text/javascript', false],
  ['a program for the server', 'x.php', '<?php system($_GET[1]);', 'application/x-php', false],
  [
    'a PDF',
    'x.pdf',
    `%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj`,
    'application/pdf',
    false,
  ],
  ['an archive', 'x.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'application/zip', false],
  ['a flash film', 'x.swf', Buffer.from('FWS\u0006aaaaaaaaaaaa'), 'application/x-shockwave-flash', false],
  ['nothing', 'empty.txt', '', 'text/plain', false],
  ['a picture', 'x.html', PNG, 'text/html', true],
  ['a picture with a page behind it', 'x.png', Buffer.concat([PNG, Buffer.from(SCRIPT)]), 'text/html', true],
])('%s is never run by a browser', async (_, name, content, declared, shown) => {
  const { status, body } = await send(name, content, declared);
  expect(status).toBe(201);
  const { headers, rawPayload } = await fetchFile(body.id);
  expect(headers).toMatchObject({
    'content-type': shown ? 'image/png' : 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': expect.stringMatching(shown ? /^inline; / : /^attachment; /),
    'cache-control': 'no-store',
  });
  expect(rawPayload.equals(Buffer.from(content))).toBe(true);
});

test.each<[what: string, status: number, headers: Record<string, string>, payload: string | Buffer]>([
  ['no form', 422, { 'content-type': 'application/json' }, '{}'],
  ['a form without a boundary', 400, { 'content-type': 'multipart/form-data' }, 'x'],
  [
    'a form that breaks off',
    400,
    { 'content-type': 'multipart/form-data; boundary=edge' },
    '--edge\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\nhalf',
  ],
  [
    'a form without a file',
    422,
    { 'content-type': 'multipart/form-data; boundary=edge' },
    '--edge\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--edge--\r\n',
  ],
])('%s is refused', async (_, status, headers, payload) => {
  const answer = await desk.app.inject({
    method: 'POST',
    url: `/api/v1/clients/${client}/files`,
    headers: { ...me, ...headers },
    payload,
  });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
});

test('a file that is too large is refused before it is kept', async () => {
  const refused = await send('large.bin', Buffer.alloc(27_262_976));
  expect(refused).toMatchObject({
    status: 413,
    body: { detail: expect.stringMatching(/^A file may have at most 25 MB; this one has 26.1 MB/) },
  });
});

test('nothing is logged of a download, nor of one that whoever asked breaks off', async () => {
  const { body } = await send('large.bin', Buffer.alloc(5_000_000));
  await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = desk.app.server.address() as AddressInfo;
  const answered = () =>
    new Promise((resolve) => desk.app.server.once('request', (_, answer) => answer.once('close', resolve)));
  const download = (onData: (bytes: number, stop: () => void) => void) =>
    new Promise<void>((resolve) => {
      const request = get({ port, path: `/api/v1/files/${body.id}`, headers: me }, (answer) => {
        answer.on('data', (chunk: Buffer) => onData(chunk.length, () => request.destroy()));
        answer.on('error', () => {});
        answer.once('close', resolve);
      });
    });
  logged.length = 0;
  let received = 0;
  await Promise.all([
    answered(),
    download((bytes) => {
      received += bytes;
    }),
  ]);
  expect(received).toBe(5_000_000);
  for (let i = 0; i < 5; i++) await Promise.all([answered(), download((_, stop) => stop())]);
  // A further answer comes after whatever follows those that were broken off.
  await fetchFile(body.id);
  expect(logged).toEqual([]);
});
