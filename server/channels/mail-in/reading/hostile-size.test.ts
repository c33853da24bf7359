import { expect, test } from 'vitest';
import { readBytes } from './corpus/read-corpus.ts';
import { HOSTILE_HTML, HOSTILE_TEXTS } from './hostile-size.ts';
import { forwardOf, newPartOf, type ReadMail } from './index.ts';

const SIZE = 300_000;
/** What a text of 200,000 characters comes to where each of them is escaped. */
const MOST = 1_300_000;

const mailOf = (type: string, body: string): Promise<ReadMail> =>
  readBytes(
    Buffer.from(
      `From: Jo <jo@a.example>\r\nSubject: Re: Fwd: x\r\nIn-Reply-To: <a@b.example>\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}`,
    ),
  );
const cases = [
  ...Object.entries(HOSTILE_TEXTS).map(([name, make]) => ['text/plain', name, make] as const),
  ...Object.entries(HOSTILE_HTML).map(([name, make]) => ['text/html', name, make] as const),
];

test.each(cases)('%s of %s is read, and what is shown of it has its measure', async (type, _name, make) => {
  const mail = await mailOf(type, make(SIZE));
  const { html, quoted } = newPartOf({ ...mail, subject: 'Re: x' }, ['Please write your answer above this line']);
  for (const piece of [html, quoted ?? '', forwardOf(mail)?.html ?? '']) expect(piece.length).toBeLessThan(MOST);
});
