import { SamlFault } from './fault.ts';

export const NS = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  canon: 'http://www.w3.org/2001/10/xml-exc-c14n#',
} as const;

/** Characters of an answer as it is sent: a few times what a provider with hundreds of groups sends. */
const MOST_SENT = 300_000;
const MOST_ELEMENTS = 3_000;
const MOST_DEPTH = 30;

/** The XML in the field SAMLResponse. Throws `unreadable`. */
export function decodeSent(sent: string): string {
  if (sent.length > MOST_SENT) throw new SamlFault('unreadable', `${sent.length} characters`);
  const text = sent.replace(/[\t\r\n ]+/g, '');
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new SamlFault('unreadable', 'not base64');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(text, 'base64'));
  } catch (cause) {
    throw new SamlFault('unreadable', 'not UTF-8', cause);
  }
}

const DECLARATION =
  /^<\?xml version=(["'])1\.0\1(?: encoding=(["'])utf-8\2)?(?: standalone=(["'])(?:yes|no)\3)?\s*\?>\s*/i;
const TAG = /<(\/?)[A-Za-z_][^\s<>/"']*(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

const BLANK = /^[ \t\r\n]*$/;
const isCharacter = (code: number) =>
  (code >= 0x20 && code < 0xd800) ||
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0xe000 && code < 0xfffe) ||
  (code >= 0x10000 && code < 0x110000);

/**
 * Reads XML of elements, attributes and text, and nothing else: no document type and so no entities, no comments, CDATA or
 * instructions, in UTF-8, of bounded size and depth. All of it is asked of the text before a parser sees it.
 * Throws `unreadable` and `markup`.
 */
export async function parseStrictly(xml: string): Promise<Document> {
  if (FORBIDDEN.test(xml)) throw new SamlFault('unreadable', 'characters that XML has not');
  const body = xml.replace(DECLARATION, '');
  const strange =
    /<[!?][^\s>]{0,20}/.exec(body)?.[0] ??
    /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});).{0,20}/s.exec(body)?.[0];
  if (strange !== undefined) throw new SamlFault('markup', strange);
  for (const [, number = ''] of body.matchAll(/&#(x?[0-9A-Fa-f]+);/g))
    if (!isCharacter(Number(number.startsWith('x') ? `0${number}` : number)))
      throw new SamlFault('unreadable', 'characters that XML has not');
  let depth = 0;
  let elements = 0;
  let end = 0;
  for (const tag of body.matchAll(TAG)) {
    const between = body.slice(end, tag.index);
    if (between.includes('<') || (depth === 0 && !BLANK.test(between))) throw new SamlFault('unreadable', 'not XML');
    if (depth === 0 && elements > 0) throw new SamlFault('unreadable', 'more than one document');
    end = tag.index + tag[0].length;
    if (tag[1] === '/') depth--;
    else {
      elements++;
      if (!tag[0].endsWith('/>')) depth++;
    }
    if (depth < 0 || depth > MOST_DEPTH || elements > MOST_ELEMENTS)
      throw new SamlFault('unreadable', 'nested too deep, or too much');
  }
  if (depth !== 0 || elements === 0 || !BLANK.test(body.slice(end))) throw new SamlFault('unreadable', 'not XML');
  return parse(body);
}

/** Parses what was looked at, by a parser that is loaded when first needed. Whatever it would let pass with a warning is refused. */
export async function parse(xml: string): Promise<Document> {
  const { DOMParser } = await import('@xmldom/xmldom');
  const refuse = (_level: string, message: unknown): never => {
    throw new Error(String(message).split('\n')[0]);
  };
  try {
    const document = new DOMParser({ locator: {}, errorHandler: refuse }).parseFromString(xml, 'text/xml');
    if (document.documentElement) return document;
  } catch (cause) {
    throw new SamlFault('unreadable', cause instanceof Error ? cause.message : '', cause);
  }
  throw new SamlFault('unreadable', 'not XML');
}

/** The elements right below one, or those of a name there. */
export function childrenOf(parent: Node, namespace?: string, name?: string): Element[] {
  const found: Element[] = [];
  for (let at = parent.firstChild; at; at = at.nextSibling) {
    if (at.nodeType !== 1) continue;
    const element = at as Element;
    if (name === undefined || (element.namespaceURI === namespace && element.localName === name)) found.push(element);
  }
  return found;
}

/** Every element of a document or below one, itself included, in the order in which they begin; however deep they are nested. */
export function* everyElement(root: Element): Generator<Element> {
  const ahead = [root];
  for (let at = ahead.pop(); at; at = ahead.pop()) {
    yield at;
    ahead.push(...childrenOf(at).reverse());
  }
}

/** The text of an element that holds text alone; null where anything else stands in it. */
export function plainText(element: Element): string | null {
  let text = '';
  for (let at = element.firstChild; at; at = at.nextSibling) {
    if (at.nodeType !== 3) return null;
    text += at.nodeValue ?? '';
  }
  return text.trim();
}
