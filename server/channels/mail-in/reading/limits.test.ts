import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { keepInMemory, readBytes } from './corpus/read-corpus.ts';
import { newPartOf, readMail } from './index.ts';

const HEAD = 'From: Jo Lee <jo.lee@acme.example>\r\nSubject: Limits\r\nMessage-ID: <l@acme.example>\r\n';
const read = async (text: string) => {
  const { files, keep } = keepInMemory();
  const mail = await readBytes(Buffer.from(text), keep);
  return { mail, content: (at: number) => files.get(mail.attachments[at]?.sha256 ?? '')?.toString() ?? '' };
};

test('a header of more than 1 MB is read as far as it is needed, and the text behind it', async () => {
  const junk = Array.from({ length: 20_000 }, (_, at) => `X-Junk-${at}: ${'x'.repeat(80)}\r\n`).join('');
  const { mail } = await read(`${junk}${HEAD}Content-Type: text/plain\r\n\r\nThe text.\r\n`);
  expect(mail).toMatchObject({ subject: 'Limits', text: 'The text.\n', messageId: 'l@acme.example' });
  expect(mail.from?.address).toBe('jo.lee@acme.example');
  expect(mail.faults).toEqual(['The header is larger than 1 MB; what came after that was left out.']);
});

test('from the 501st part on, everything is one file', async () => {
  const parts = Array.from({ length: 600 }, (_, at) => `--b\r\nContent-Type: text/plain; name=f\r\n\r\npart ${at}\r\n`);
  const { mail, content } = await read(
    `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`,
  );
  expect(mail.attachments).toHaveLength(501);
  expect(content(499)).toBe('part 499');
  expect(content(500)).toContain('part 500');
  expect(content(500)).toContain('part 599');
  expect(mail.faults).toContain('The mail has more than 500 parts; the rest is kept as one file.');
});

test('parts within parts end at a depth, and what lies deeper is kept as a file', async () => {
  const nested = Array.from(
    { length: 10_000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  const { mail, content } = await read(`${HEAD}${nested.join('')}Content-Type: text/plain\r\n\r\nDeep within.\r\n`);
  expect(mail.attachments).toHaveLength(1);
  expect(content(0)).toContain('Deep within.');
  expect(mail.faults).toContain('Parts lie too deep within each other; the inner ones are kept as a file.');
});

test('of a text of more than 1 MB the begin is read, of that the begin shown, and all of it is kept', async () => {
  const text = 'A line of a log that somebody pasted.\n'.repeat(80_000);
  const { mail, content } = await read(`${HEAD}Content-Type: text/plain\r\n\r\n${text}`);
  expect(mail.text.length).toBe(1_048_576);
  expect(mail.textKept).toBe(true);
  expect(content(0)).toBe(text);
  const { html, cut } = newPartOf(mail, []);
  expect(html).toContain('A line of a log');
  expect(html.endsWith('<p>[…]</p>')).toBe(true);
  expect([cut, html.length < 400_000]).toEqual([true, true]);
});

test('HTML with too many elements within each other keeps its words', async () => {
  const { mail } = await read(
    `${HEAD}Content-Type: text/html\r\n\r\n${'<div><b>'.repeat(5_000)}The words.<script>no</script>`,
  );
  expect(newPartOf(mail, []).html).toBe('<p>The words.</p>');
  expect(mail.faults).toEqual(['The HTML holds too many elements within each other; only its text is shown.']);
});

test('of 500 references the first and the last 50 are kept', async () => {
  const ids = Array.from({ length: 500 }, (_, at) => `<r${at}@acme.example>`);
  const { mail } = await read(`${HEAD}References: ${ids.join('\r\n ')}\r\n\r\nHi\r\n`);
  expect(mail.references).toHaveLength(100);
  expect([mail.references[0], mail.references[49], mail.references[50], mail.references[99]]).toEqual([
    'r0@acme.example',
    'r49@acme.example',
    'r450@acme.example',
    'r499@acme.example',
  ]);
});

test('an input that fails is the one thing that rejects, and the file that was being kept hears of it', async () => {
  async function* failing() {
    yield Buffer.from(`${HEAD}Content-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-1.4\r\n`);
    throw new Error('the line broke');
  }
  let heard: unknown;
  const keep = async (content: Readable) => {
    try {
      for await (const _ of content);
    } catch (error) {
      heard = error;
      throw error;
    }
    return { sha256: '', size: 0 };
  };
  await expect(readMail(Readable.from(failing()), keep)).rejects.toThrow('the line broke');
  expect(heard).toMatchObject({ message: 'the line broke' });
});

test('a store that refuses a file rejects, at once or in the middle', async () => {
  const text = `${HEAD}Content-Type: application/pdf; name=a.pdf\r\n\r\n${'x'.repeat(500_000)}`;
  const full = async () => {
    throw new Error('the disk is full');
  };
  const fills = async (content: Readable) => {
    for await (const _ of content) throw new Error('the disk is full');
    return { sha256: '', size: 0 };
  };
  for (const keep of [full, fills])
    await expect(readMail(Readable.from([Buffer.from(text)]), keep)).rejects.toThrow('the disk is full');
});

test('a slow store is waited for', async () => {
  const bytes = Buffer.from(`${HEAD}Content-Type: application/pdf; name=a.pdf\r\n\r\n${'x'.repeat(900_000)}`);
  let ahead = 0;
  let taken = 0;
  function* pieces() {
    for (let at = 0; at < bytes.length; at += 10_000) {
      ahead = Math.max(ahead, at - taken);
      yield bytes.subarray(at, at + 10_000);
    }
  }
  const keep = async (content: Readable) => {
    for await (const piece of content) {
      await new Promise((resolve) => setImmediate(resolve));
      taken += piece.length;
    }
    return { sha256: '', size: taken };
  };
  const mail = await readMail(Readable.from(pieces()), keep);
  expect(mail.attachments[0]?.size).toBe(900_000);
  expect(ahead).toBeLessThan(400_000);
});

test('a long conversation below a short answer cuts nothing that is new', async () => {
  const old = '> A line of what was said before.\n'.repeat(20_000);
  const { mail } = await read(
    `${HEAD}In-Reply-To: <a@desk.msp.example>\r\nContent-Type: text/plain\r\n\r\nYes.\n\nOn Mon, 7 Apr 2026 at 09:41, Jo <jo@a.example> wrote:\n${old}`,
  );
  const long = await read(
    `${HEAD}Content-Type: text/html\r\n\r\n<style>${'p{}'.repeat(90_000)}</style><body><p>Yes.</p>`,
  );
  expect(newPartOf({ ...mail, text: mail.text.slice(0, 300_000) }, [])).toMatchObject({
    html: '<p>Yes.</p>',
    cut: false,
  });
  expect(newPartOf(long.mail, [])).toMatchObject({ html: '<p>Yes.</p>', cut: false });
});
