import { expect, test } from 'vitest';
import { read, unfetchedWords, wordsOfPages } from './spoken.ts';

// Where this fails, name the area of the words where the page, or the part, is fetched: `saying(() => import(…), 'area')`.
test('each page and part of the portal is fetched with the words that it says', () => {
  expect(unfetchedWords()).toEqual([]);
});

test('every page says something', () => {
  const pages = [...wordsOfPages()].filter(([name]) => name.endsWith('-page'));
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter(([, areas]) => areas.length === 0)).toEqual([]);
});

test.each([
  ["t('verdict.ask')", ['verdict.ask']],
  ['<Say it="verdict.closes" when={when} />', ['verdict.closes']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what stands in a file
  ['t(`rating.meant${more}`)', ['rating.meant']],
  ["t('common.send')", []],
  ["const KEPT = 'fettle.portal';", []],
])('%s is heard', (code, says) => {
  expect(read('web/portal/page.tsx', code).says).toEqual(says);
});

test('what is fetched later is found with its words, and types are not code', () => {
  const code = `import type { Area } from './words/areas.ts';
    import { t } from './words/t.ts';
    const one = saying(() => import('./answers.tsx').then(({ Answers }) => Answers), 'ticket', 'files');
    const other = () => import('./rich.tsx');`;
  expect(read('web/portal/page.tsx', code)).toEqual({
    along: ['web/portal/words/t.ts'],
    later: [
      { file: 'web/portal/answers.tsx', areas: ['ticket', 'files'] },
      { file: 'web/portal/rich.tsx', areas: [] },
    ],
    says: [],
  });
});
