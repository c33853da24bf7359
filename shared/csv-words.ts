/** Signs by which a spreadsheet knows a formula, also in the full width of East Asian keyboards. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A number in a table, such as `-12.50`: written as it is, for a program that reckons with it. */
export type Figure = { readonly figure: string };
const PLAIN_FIGURE = /^-?\d+(\.\d+)?$/;

/** A value as a table keeps it: quoted, and never taken for a formula. A figure stands bare, since it cannot be one. */
export function cell(value: string | Figure): string {
  if (typeof value === 'object') {
    if (!PLAIN_FIGURE.test(value.figure)) throw new Error('A figure in a table is a plain decimal number');
    return value.figure;
  }
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** What `cell` kept: without the mark that keeps a value from being a formula. */
export const uncell = (value: string): string =>
  value.startsWith("'") && FORMULA.test(value.slice(1)) ? value.slice(1) : value;

/** Lines of values as a spreadsheet reads them; the mark in front says how the letters are written. */
export const csvOf = (lines: readonly (readonly (string | Figure)[])[]): string =>
  `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;

/**
 * The lines of a file of values, each with the number of the line where it begins. Commas, semicolons and tabs part them, whichever the
 * first line has, as spreadsheets of different countries write them. Null where a quote is never closed.
 */
export function readCsv(text: string): { line: number; values: string[] }[] | null {
  const source = text.replace(/^\ufeff/, '');
  const head = source.slice(0, source.search(/\r|\n|$/));
  const [comma = ','] = [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length);
  const rows: { line: number; values: string[] }[] = [];
  let line = 1;
  let begins = 1;
  let values: string[] = [];
  let value = '';
  let quoted = false;
  const endRow = () => {
    values.push(value);
    if (values.some((one) => one !== '')) rows.push({ line: begins, values });
    values = [];
    value = '';
  };
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at] ?? '';
    if (letter === '\n') line += 1;
    if (quoted) {
      if (letter !== '"') value += letter;
      else if (source[at + 1] === '"') {
        value += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && value === '') quoted = true;
    else if (letter === comma) {
      values.push(value);
      value = '';
    } else if (letter === '\n') {
      endRow();
      begins = line;
    } else if (letter !== '\r' || source[at + 1] !== '\n') value += letter;
  }
  if (quoted) return null;
  endRow();
  return rows;
}
