import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  type ParserOptions,
  html as spec,
  Tokenizer,
  type TreeAdapter,
} from 'parse5';
import { htmlLines } from './lines.ts';
import { escapeHtml } from './plain.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** More elements within each other are no layout, and cost parsers time with the square of their number. */
const MOST_DEPTH = 600;
/** More attributes of one element are an attack. */
const MOST_ATTRIBUTES = 500;
/** Characters and steps that reading may come to: formats that cross paragraphs are opened anew in each, with all that they say. */
const MOST_WORK = 12_000_000;

/** Told where nothing of a text is left that is shown. */
export const UNSHOWN = 'The HTML holds words, and none of them is shown.';

/** Elements that show nothing of what they hold. */
const SHOW_NOTHING = new Set(
  'head style script title template datalist iframe noembed noframes area base basefont bgsound embed frame input link meta param source track wbr'.split(
    ' ',
  ),
);
/** The same of drawings and formulas. */
const SHOW_NOTHING_OF_IT = new Set(['annotation', 'annotation-xml', 'desc']);
/** Elements that hold nothing and are shown. */
const EMPTY = new Set(['br', 'col', 'hr', 'img']);
/** Elements whose lines are shown as they are written. */
const AS_WRITTEN = new Set(['listing', 'plaintext', 'xmp']);
/** What is left of HTML that cannot be read so: its breaks, its pictures, and what hides text. */
const LEFT = new Set(['br', 'hr', 'img', 'script', 'style']);

/** Ends the reading of HTML that is too deep, or grows beyond all measure. */
class TooMuch extends Error {}

class Measured extends Tokenizer {
  protected override _leaveAttrName(): void {
    super._leaveAttrName();
    const { currentToken: token } = this;
    if (token && 'attrs' in token && token.attrs.length > MOST_ATTRIBUTES) throw new TooMuch();
  }
}

/** A tree as parse5 makes it, which ends where making it costs too much. */
function measuredTree(): TreeAdapter<DefaultTreeAdapterMap> {
  let work = 0;
  let depth = 0;
  const spend = (steps: number) => {
    work += steps;
    if (work > MOST_WORK) throw new TooMuch();
  };
  /** Where a child stands; what is moved stands near the end. */
  function placeOf({ childNodes }: ParentNode, child: Node): number {
    const at = childNodes.lastIndexOf(child as Element);
    spend(childNodes.length - at);
    return at;
  }
  const insertBefore: typeof defaultTreeAdapter.insertBefore = (parent, node, before) => {
    parent.childNodes.splice(placeOf(parent, before), 0, node);
    node.parentNode = parent;
  };
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      spend(attributes.reduce((sum, { name: key, value }) => sum + key.length + value.length, 10));
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    insertBefore,
    insertTextBefore(parent, text, before) {
      const previous = parent.childNodes[placeOf(parent, before) - 1];
      if (previous && defaultTreeAdapter.isTextNode(previous)) previous.value += text;
      else insertBefore(parent, defaultTreeAdapter.createTextNode(text), before);
    },
    detachNode(node) {
      if (!node.parentNode) return;
      node.parentNode.childNodes.splice(placeOf(node.parentNode, node), 1);
      node.parentNode = null;
    },
    // Only of the page itself, whose attributes nobody reads.
    adoptAttributes() {},
    onItemPush() {
      depth += 1;
      if (depth > MOST_DEPTH) throw new TooMuch();
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

class MeasuredParser extends Parser<DefaultTreeAdapterMap> {
  constructor(options: ParserOptions<DefaultTreeAdapterMap>) {
    super(options);
    this.tokenizer = new Measured(this.options, this);
  }
}

function bodyOfPage(source: string): Element | undefined {
  const parser = new MeasuredParser({ scriptingEnabled: false, treeAdapter: measuredTree() });
  parser.tokenizer.write(source, true);
  const page = parser.document.childNodes.find((node) => node.nodeName === 'html') as Element | undefined;
  return page?.childNodes.find((node): node is Element => node.nodeName === 'body');
}

const isName = (name: string) => /^[a-z][a-z0-9:-]*$/i.test(name);

/** Writes what is shown of a node; of drawings and formulas that is their text alone. */
function write(node: Node, out: string[], shown: boolean): void {
  if (defaultTreeAdapter.isTextNode(node)) {
    if (shown) out.push(escapeHtml(node.value));
    return;
  }
  if (!defaultTreeAdapter.isElementNode(node) || SHOW_NOTHING.has(node.tagName)) return;
  const { tagName, namespaceURI, attrs, childNodes } = node;
  const within = (visible: boolean) => {
    for (const child of childNodes) write(child, out, visible);
  };
  if (namespaceURI !== spec.NS.HTML) {
    if (SHOW_NOTHING_OF_IT.has(tagName)) return;
    const isText = tagName === 'text';
    if (isText) out.push(' ');
    within(isText || tagName === 'math' || tagName === 'foreignObject' || (shown && tagName !== 'svg'));
    if (isText) out.push(' ');
    return;
  }
  if (!isName(tagName)) {
    within(true);
    return;
  }
  const name = AS_WRITTEN.has(tagName) ? 'pre' : tagName;
  const attributes = attrs.filter((one) => isName(one.name)).map((one) => ` ${one.name}="${escapeHtml(one.value)}"`);
  out.push(`<${name}${attributes.join('')}>`);
  if (EMPTY.has(name)) return;
  within(true);
  out.push(`</${name}>`);
}

/** HTML with nothing but breaks and pictures left of its elements. */
const bare = (source: string): string =>
  source.replace(/<\/?([a-z][a-z0-9:-]{0,40})/gi, (tag, name: string) => (LEFT.has(name.toLowerCase()) ? tag : '<br'));

/** Whether there are words in HTML, whether or not they are shown. */
const holdsWords = (source: string): boolean =>
  /[\p{L}\p{N}]/u.test(
    source
      // What begins anew before it ends is not looked through again from each beginning.
      .replace(/<!--(?:(?!<!--).)*?-->|<(style|script|head|title)\b(?:(?!<\1\b).)*?<\/\1\s*>/gis, ' ')
      .replace(/<[^<>]*>/g, ' ')
      .replace(/&[a-z0-9#]{1,10};/gi, ' '),
  );

/**
 * HTML as browsers read it, written so that every parser reads it alike: what they let end an element ends it, and what they show of elements
 * that are not kept stands in it. Not clean. HTML that would cost too much is left with nothing but breaks and pictures.
 */
export function browsedHtml(source: string, fault: (sentence: string) => void): string {
  const html = read(source, fault);
  if (htmlLines(html).length === 0 && holdsWords(source)) fault(UNSHOWN);
  return html;
}

function read(source: string, fault: (sentence: string) => void): string {
  try {
    const body = bodyOfPage(source);
    if (!body) return bare(source);
    const out: string[] = [];
    for (const child of body.childNodes) write(child, out, true);
    return out.join('');
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    fault('The HTML holds too many elements within each other; only its text is shown.');
    return bare(source);
  }
}
