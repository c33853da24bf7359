import { SaxesParser } from 'saxes';
import { decodeXml } from './decode.ts';
import { XmlRefused } from './refused.ts';
import type { XmlElement } from './tree.ts';

export type XmlLimits = {
  /** 25 MiB where it is left out: an inventory with all its software. */
  readonly mostBytes?: number;
  readonly mostDepth?: number;
  /** Elements and attributes together. */
  readonly mostParts?: number;
};

const MOST_BYTES = 25 * 1_048_576;
const MOST_DEPTH = 64;
const MOST_PARTS = 1_000_000;

type Growing = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

/** Reads a document into a tree; see the README. Throws `XmlRefused`. */
export function readXml(bytes: Uint8Array, limits: XmlLimits = {}): XmlElement {
  const { mostBytes = MOST_BYTES, mostDepth = MOST_DEPTH, mostParts = MOST_PARTS } = limits;
  if (bytes.length > mostBytes) throw new XmlRefused(`it is longer than ${mostBytes} bytes`);
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const open: Growing[] = [];
  let root: XmlElement | null = null;
  let parts = 0;
  const refuse = (why: string): never => {
    throw new XmlRefused(`${why} (line ${parser.line}, column ${parser.column})`);
  };
  const add = (text: string) => {
    const inside = open.at(-1);
    if (inside) inside.text += text;
  };
  parser.on('error', () => refuse('it is not XML'));
  parser.on('doctype', () => refuse('it has a document type'));
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ name, attributes }) => {
    parts += 1 + Object.keys(attributes).length;
    if (parts > mostParts) refuse(`it has more than ${mostParts} elements and attributes`);
    if (open.length >= mostDepth) refuse(`it is nested deeper than ${mostDepth}`);
    open.push({ name, attributes, children: [], text: '' });
  });
  parser.on('closetag', () => {
    const done = open.pop() as Growing;
    done.text = done.text.trim();
    if (open.length === 0) root = done;
    else open.at(-1)?.children.push(done);
  });
  parser.write(decodeXml(bytes)).close();
  return root ?? refuse('it is empty');
}
