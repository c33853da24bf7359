/** `size` characters of a piece, again and again. */
const fill = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
/** `most` lines of equal length. */
const long = (start: string, most: number) => (size: number) =>
  Array.from({ length: most }, () => start.padEnd(Math.floor(size / most), 'x')).join('\n');

/** Plain texts that a reader of lines, quotes and headers may stumble over, of any size. */
export const HOSTILE_TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'one word': fill('a'),
  'one line of blanks': (size) => `x${fill(' ')(size)}x`,
  'quote marks': fill('>'),
  'quote marks with blanks': fill(' >'),
  'quotes within quotes': (size) =>
    Array.from({ length: Math.floor(size / 500) }, (_, at) => `${'>'.repeat(at % 1_000)} x`).join('\n'),
  'quoted and not in turns': fill('> a\nb\n'),
  'empty lines': fill('\n'),
  'lines of one letter': fill('a\n'),
  introductions: fill('On Mon, 7 Apr 2026 at 09:41, Jo wrote:\n'),
  'introductions without an end': fill('On Mon, 7 Apr 2026 at 09:41, Jo <jo@a.example> '),
  'French introductions': fill('Le 7 avr. 2026 à 09:41, Jo a écrit :\n'),
  'long introductions': long('On Mon, 7 Apr 2026 at 09:41, Jo ', 9_999),
  headers: fill('From: a\nSent: b\nTo: c\n'),
  'headers of one field': fill('From: Jo\n'),
  'long headers': long('Von: ', 9_999),
  colons: fill('a:\n'),
  'words of an original': fill('-----Original Message-----\n'),
  'words of a forward': fill('---------- Forwarded message ---------\n'),
  signatures: fill('--\n'),
  rules: fill('____________\n'),
  links: fill('http://a.example/ '),
  'one long link': (size) => `http://${fill('a')(size)}`,
  addresses: fill('a@b.example '),
  'signs that are escaped': fill('<'),
  'words that point below': fill('see my comments in '),
  'words that stand for a ticket': fill(`t-${'a'.repeat(37)} `),
  'files in the text': fill('begin 644 a\n'),
  'blanks of all kinds': fill('\u00a0\u200b\t'),
};

/** The same as HTML. */
export const HOSTILE_HTML: Readonly<Record<string, (size: number) => string>> = {
  'elements within each other': fill('<div>'),
  'quotes within each other': fill('<blockquote type=cite>'),
  'formats within each other': fill('<b>'),
  paragraphs: fill('<p>x'),
  breaks: fill('<br>'),
  'brackets that open nothing': fill('<'),
  'signs that stand for signs': fill('&lt;'),
  'a comment without an end': fill('<!--'),
  'a style without an end': fill('<style>'),
  'titles and scripts without an end': fill('<title><script>'),
  'an element without an end': (size) => `<a ${fill('x=')(size)}`,
  'elements that were never opened': fill('</p></div></b>'),
  'elements that cross': fill('<b><p></b></p>'),
  'tables within each other': fill('<table border=1><tr><td>'),
  'rows without an end': (size) => `<table border=1>${fill('<tr><td>x')(size)}`,
  'lists within each other': fill('<ul><li>'),
  'formats that cross paragraphs': (size) =>
    `<p>${Array.from({ length: 500 }, (_, at) => `<b id=${at}>`).join('')}${fill('</p><p>x')(size)}`,
  'a long format that crosses paragraphs': (size) =>
    `<p><b title="${'x'.repeat(size / 2)}">${fill('</p><p>x')(size / 2)}`,
  'words before the rows of a table': (size) => `<table>${fill('x<b></b>')(size)}`,
  'formats before the rows of a table': (size) => `<table>${fill('<b><p></b></p>')(size)}`,
  'names without an end': (size) =>
    `<a ${Array.from({ length: Math.floor(size / 7) }, (_, at) => `x${at}`).join(' ')}>`,
  'bodies with a name each': (size) =>
    Array.from({ length: Math.floor(size / 14) }, (_, at) => `<body x${at}>`).join(''),
  drawings: fill('<svg><g><p>x'),
  'formulas within drawings': fill('<svg><foreignObject><math><mtext>'),
  choices: fill('<select><option>x'),
  'a long style': (size) => `<blockquote style="${fill('margin:0 0 ')(size)}">x`,
  styles: fill('<p style="margin:0 0 0 .8ex;border:0">x</p>'),
  classes: (size) => `<p class="${fill('x_')(size)}">x`,
  links: fill('<a href="http://a">x</a>'),
  pictures: fill('<img src="cid:a">'),
  'preformatted lines': (size) => `<pre>${fill('x\n')(size)}`,
  'what nobody sees': fill('<div style="display:none">x'),
  'many formats over many lines': (size) => `${'<b><i><u><s>'.repeat(5)}${fill('x<br>')(size)}`,
  'a long link over many lines': (size) => `<a href="http://a/${'x'.repeat(1_900)}">${fill('x<br>')(size)}`,
  'an endless link over many lines': (size) => `<a href="http://a/${'x'.repeat(20_000)}">${fill('x<br>')(size)}`,
};
