import { expect, test } from 'vitest';
import { saidIn } from '../said.ts';
import { readBytes } from './corpus/read-corpus.ts';
import { newPartOf } from './index.ts';
import { plainOf } from './plain.ts';

async function said(html: string): Promise<string> {
  const mail = await readBytes(Buffer.from(`From: Jo <jo@a.example>\r\nContent-Type: text/html\r\n\r\n${html}`));
  return plainOf(saidIn(mail, newPartOf(mail, []).html)).replaceAll('\n', ' ');
}

test.each([
  ['a paragraph ends a drawing', '<p>A</p><svg><p>BB</p></svg><p>CC</p>', 'A BB CC'],
  ['a drawing that does not end', '<p>A</p><svg onload=x><p>B</p>', 'A B'],
  ['a picture ends a drawing', '<p>A</p><svg><a>link</a><p>B</p><img src=x><p>C</p>', 'A B C'],
  ['words in a drawing', '<p>A</p><svg><title>T</title><g>x<text>B<tspan>C</tspan></text></g></svg>', 'A BC'],
  ['a page in a drawing', '<svg><foreignObject><div>A</div></foreignObject></svg>', 'A'],
  ['a paragraph ends a formula', '<p>A</p><math><p>BB</p>', 'A BB'],
  ['a formula', '<p>Let <math><mi>x</mi><mo>=</mo><mn>1</mn></math></p>', 'Let x=1'],
  ['what stands for a film', '<object>OBJ</object><video>VID</video><audio>AUD</audio><map>MAP</map>', 'OBJVIDAUDMAP'],
  ['no scripts', '<noscript>A</noscript><template>B</template><script>C</script><style>D</style><p>E', 'A E'],
  ['a title in the text', '<p>A</p><title>B</title><p>C', 'A C'],
  ['a list in a form', '<form><select><option>A</option></select><textarea>B</textarea></form>', 'AB'],
  ['lines as they are written', '<xmp><b>A</b></xmp>', '<b>A</b>'],
  ['a page of frames', '<frameset><noframes>A</noframes></frameset>', 'A'],
])('%s: the words that a browser shows are there', async (_, html, words) => {
  expect(await said(html)).toBe(words);
});

test.each([
  ['a comment without an end', '<!-- x <p>AFTER'],
  ['words that are hidden', '<p style="display:none">AFTER</p>'],
])('%s: it is told that words are in the mail as it came', async (_, html) => {
  expect(await said(html)).toBe('(no text that can be shown; there is some in the mail as it came)');
});

test.each([
  ['nothing', '<p>&nbsp;</p>'],
  ['styles alone', '<head><title>x</title><style>p { color: red }</style></head><!-- y --><body></body>'],
])('%s: there is no text', async (_, html) => {
  expect(await said(html)).toBe('(no text)');
});

test('links that lead somewhere from wherever they are read stay; of others, their words', async () => {
  const links = [
    'https://a.example/',
    '//b.example/x',
    'mailto:c@a.example',
    'tel:+49301',
    '/tickets/1',
    '../x',
    '?y',
    '#z',
  ];
  const html = [...links, 'javascript:alert(1)', 'data:text/html,x', 'https:tickets/1']
    .map((href, at) => `<a href="${href}">${at}</a>`)
    .join(' ');
  const mail = await readBytes(Buffer.from(`From: Jo <jo@a.example>\r\nContent-Type: text/html\r\n\r\n<p>${html}</p>`));
  const link = (href: string, at: number) =>
    `<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${at}</a>`;
  expect(newPartOf(mail, []).html).toBe(
    `<p>${link('https://a.example/', 0)} ${link('https://b.example/x', 1)} ${link('mailto:c@a.example', 2)} ${link('tel:+49301', 3)} 4 5 6 7 8 9 ${link('https://tickets/1', 10)}</p>`,
  );
});
