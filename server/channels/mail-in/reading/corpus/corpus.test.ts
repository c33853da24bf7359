import { expect, test } from 'vitest';
import { automaticWhy, newPartOf, type ReadMail } from '../index.ts';
import { plainOf } from '../plain.ts';
import { EXPECTED, type Expected } from './expected.ts';
import { CORPUS, readBytes, SEPARATORS } from './read-corpus.ts';

const words = (html: string) => plainOf(html).replace(/^>+ /gm, '').replace(/\s+/g, ' ');

/** Where a mail was read otherwise than expected. */
function differences(mail: ReadMail, expected: Expected): string[] {
  const found: string[] = [];
  const same = (what: string, is: unknown, wanted: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(wanted))
      found.push(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
  };
  const all = (what: string, sentences: readonly string[], wanted: readonly string[] = []) => {
    if (sentences.length !== wanted.length || !sentences.every((sentence, at) => sentence.includes(wanted[at] ?? '\0')))
      same(what, sentences, wanted);
  };
  const { html, quoted } = newPartOf(mail, SEPARATORS);
  const fresh = words(html);
  const old = quoted === null ? '' : words(quoted);
  for (const piece of expected.fresh) if (!fresh.includes(piece)) found.push(`“${piece}” is not in “${fresh}”`);
  if ((expected.quoted === undefined) !== (quoted === null)) found.push(`quoted: “${old}”, new: “${fresh}”`);
  for (const piece of expected.quoted ?? [])
    if (fresh.includes(piece) || !old.includes(piece)) found.push(`“${piece}” is not apart in “${old}”`);
  const from = mail.from === null ? null : `${mail.from.name} <${mail.from.address}>`.trim();
  if (expected.from !== undefined) same('from', from, expected.from);
  if (expected.subject !== undefined) same('subject', mail.subject, expected.subject);
  const automatic = automaticWhy(mail);
  if (expected.automatic === undefined || !automatic?.includes(expected.automatic))
    same('automatic', automatic, expected.automatic ?? null);
  same(
    'files',
    mail.attachments.map(({ name, mediaType, size }, at) => [
      name,
      mediaType,
      ...(expected.files?.[at]?.[2] === undefined ? [] : [size]),
    ]),
    expected.files ?? [],
  );
  same(
    'inline',
    mail.attachments.filter(({ inline }) => inline).map(({ name }) => name),
    expected.inline ?? [],
  );
  all('faults', mail.faults, expected.faults);
  all('notes', mail.notes, expected.notes);
  return found;
}

test('every message of the corpus has its expectation', () => {
  expect([...CORPUS.keys()]).toEqual(Object.keys(EXPECTED).sort());
});

test.each([...CORPUS])('%s is read as expected', async (name, bytes) => {
  expect(differences(await readBytes(bytes), EXPECTED[name] ?? { fresh: ['an expectation'] })).toEqual([]);
});

test('a planted fault would be seen', async () => {
  const bytes = CORPUS.get('gmail-web-reply') ?? Buffer.alloc(0);
  const right = EXPECTED['gmail-web-reply'] ?? { fresh: [] };
  const mail = await readBytes(bytes);
  const planted: Expected[] = [
    { ...right, fresh: ['We replaced the fuser'] },
    { ...right, quoted: ['Thanks'] },
    { fresh: right.fresh },
    { ...right, automatic: 'Precedence' },
    { ...right, from: 'Nobody <nobody@acme.example>' },
    { ...right, files: [['a.png', 'image/png']] },
    { ...right, faults: ['cut off'] },
  ];
  for (const wrong of planted) expect(differences(mail, wrong)).not.toEqual([]);
  const broken = Buffer.from(bytes.toString('latin1').replaceAll('works again', 'fails again'), 'latin1');
  expect(differences(await readBytes(broken), right)).not.toEqual([]);
});
