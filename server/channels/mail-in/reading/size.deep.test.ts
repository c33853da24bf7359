import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { CORPUS, readBytes } from './corpus/read-corpus.ts';
import { newPartOf, readMail } from './index.ts';

const MB = 1_048_576;
const LINE = Buffer.from(`${Buffer.alloc(57, 'fettle').toString('base64')}\r\n`);

/** A mail with one file of about so many bytes in base64, in pieces as a network hands them on. */
function* largeMail(size: number): Generator<Buffer> {
  yield Buffer.from(
    'From: Jo Lee <jo.lee@acme.example>\r\nSubject: Film\r\nMessage-ID: <film@acme.example>\r\n' +
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe film.\r\n--b\r\n' +
      'Content-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n',
  );
  const piece = Buffer.concat(Array.from({ length: 840 }, () => LINE));
  for (let sent = 0; sent < size; sent += piece.length) yield piece;
  yield Buffer.from('--b--\r\n');
}

/** Hashes what it is given and keeps none of it. */
async function forget(content: Readable) {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of content) {
    hash.update(piece);
    size += piece.length;
  }
  return { sha256: hash.digest('hex'), size };
}

test('a mail of 50 MB takes less than 250 MB', async () => {
  await readMail(Readable.from(largeMail(MB)), forget);
  const before = process.memoryUsage().rss;
  let most = 0;
  const watched = async (content: Readable) => {
    content.on('data', () => {
      most = Math.max(most, process.memoryUsage().rss - before);
    });
    return forget(content);
  };
  const mail = await readMail(Readable.from(largeMail(50 * MB)), watched);
  console.log(`50 MB took ${Math.round(most / MB)} MB`);
  expect(mail.attachments).toMatchObject([{ name: 'film.mp4' }]);
  expect(mail.attachments[0]?.size).toBeGreaterThan(36 * MB);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(250 * MB);
});

test('fifty ordinary mails are read and taken apart in less than a second', async () => {
  const mails = [...CORPUS.values()].filter((bytes) => bytes.length < 10_000);
  for (const bytes of mails) newPartOf(await readBytes(bytes), []);
  const start = performance.now();
  let count = 0;
  for (let rounds = 0; rounds < 10; rounds++)
    for (const bytes of mails) {
      newPartOf(await readBytes(bytes), []);
      count += 1;
    }
  const perSecond = (count * 1_000) / (performance.now() - start);
  console.log(`${Math.round(perSecond)} mails a second`);
  expect(perSecond).toBeGreaterThan(50);
});
