import { expect, test } from 'vitest';
import { differences } from './differences.ts';
import { EXPECTED, type Expected } from './expected.ts';
import { CORPUS, readBytes } from './read-corpus.ts';

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
    { ...right, fresh: [...right.fresh, 'We replaced the fuser'] },
    { ...right, quoted: right.fresh },
    { fresh: right.fresh },
    { ...right, automatic: 'Precedence' },
    { ...right, from: 'Nobody <nobody@acme.example>' },
    { ...right, report: { kind: 'delivery', recipients: [], originalId: null, references: [] } },
    { ...right, forward: { from: 'Jo', subject: '', date: null, lines: [] } },
    { ...right, calendar: ['Invitation'] },
    { ...right, files: [['a.png', 'image/png', 70]] },
    { ...right, faults: ['cut off'] },
  ];
  for (const wrong of planted) expect(differences(mail, wrong)).not.toEqual([]);
  const broken = Buffer.from(bytes.toString('latin1').replaceAll('works again', 'fails again'), 'latin1');
  expect(differences(await readBytes(broken), right)).not.toEqual([]);
});
