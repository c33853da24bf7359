/** An element: its name, and its text, or the elements within. */
export type Markup = readonly [name: string, inside: string | readonly Markup[]];

/** What XML cannot hold is left out; what Latin-1 cannot is numbered. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
      .replace(/[&<>\u0100-\uffff]|[\u{10000}-\u{10ffff}]/gu, (letter) => `&#${letter.codePointAt(0)};`)
  );
}

function written([name, inside]: Markup): string {
  if (inside.length === 0) return `<${name}/>`;
  return `<${name}>${typeof inside === 'string' ? escaped(inside) : inside.map(written).join('')}</${name}>`;
}

/** A document of the API, in Latin-1 as it says of itself. */
export function resultOf(status: 'OK' | 'FAIL', created: string, inside: readonly Markup[]): Buffer {
  const head = `<?xml version="1.0" encoding="ISO-8859-1"?>\n<result created="${created}" host="simulator" status="${status}">`;
  return Buffer.from(`${head}${inside.map(written).join('')}</result>`, 'latin1');
}

/** Elements from names and values; what is null is an empty element. */
export const elements = (values: Readonly<Record<string, string | number | null>>): Markup[] =>
  Object.entries(values).map(([name, value]) => [name, value === null ? '' : String(value)]);
