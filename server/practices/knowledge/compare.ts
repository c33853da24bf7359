import { diffArrays, diffWordsWithSpace } from 'diff';
import { htmlToText } from '#platform/text/index.ts';
import type { ArticleDiff } from '#shared/knowledge.ts';

type Block = { tag: ArticleDiff['blocks'][number]['tag']; text: string };
type Said = ArticleDiff['blocks'][number];

const TAGS: Readonly<Record<string, Block['tag']>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  li: 'item',
  pre: 'code',
  blockquote: 'quote',
};
const EDGE = /<(\/?)(p|h[1-3]|li|pre|blockquote|tr|ul|ol|table|thead|tbody|hr)\b[^>]*>|<img\b[^>]*>/gi;
/** Texts longer than this are told as changed whole: words of such are not read one by one. */
const MOST_WORDS = 20_000;

/** The blocks of an article's HTML in their order, as texts. */
function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  const around: string[] = [];
  let from = 0;
  const put = (until: number) => {
    const text = htmlToText(html.slice(from, until));
    const tag = around.findLast((one) => TAGS[one]);
    if (text !== '') blocks.push({ tag: (tag && TAGS[tag]) || 'text', text });
  };
  for (const match of html.matchAll(EDGE)) {
    put(match.index);
    from = match.index + match[0].length;
    const name = match[2]?.toLowerCase();
    if (!name) blocks.push({ tag: 'picture', text: /\balt="([^"]*)"/.exec(match[0])?.[1] || 'A picture' });
    else if (match[1]) around.splice(Math.max(0, around.lastIndexOf(name)), 1);
    else if (name !== 'hr') around.push(name);
  }
  put(html.length);
  return blocks;
}

const whole = (kind: 'same' | 'added' | 'removed', { tag, text }: Block): Said => ({
  kind,
  tag,
  parts: [{ kind, text }],
});

/** A block that was rewritten: what of its words stayed, came and went. Null where hardly any stayed, which reads better as two. */
function rewritten(before: Block, after: Block): Said | null {
  if (before.tag !== after.tag || before.tag === 'picture') return null;
  if (before.text.length + after.text.length > MOST_WORDS) return null;
  const parts = diffWordsWithSpace(before.text, after.text).map(({ value, added, removed }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value,
  }));
  const kept = parts.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.trim().length, 0);
  return kept * 3 < Math.max(before.text.length, after.text.length) ? null : { kind: 'changed', tag: after.tag, parts };
}

/** What differs between two texts: blocks that stayed, came, went, or were rewritten, in the order they are read. */
export function compareTexts(
  before: { title: string; body_html: string },
  after: { title: string; body_html: string },
): Said[] {
  const [was, is] = [before, after].map(({ title, body_html }) => [
    { tag: 'title' as const, text: title },
    ...blocksOf(body_html),
  ]) as [Block[], Block[]];
  const changes = diffArrays(was, is, { comparator: (one, other) => one.tag === other.tag && one.text === other.text });
  const said: Said[] = [];
  for (let at = 0; at < changes.length; at++) {
    const [change, next] = [changes[at], changes[at + 1]];
    if (!change) continue;
    if (!change.added && !change.removed) said.push(...change.value.map((block) => whole('same', block)));
    else if (change.removed && next?.added) {
      said.push(...pairs(change.value, next.value));
      at += 1;
    } else said.push(...change.value.map((block) => whole(change.added ? 'added' : 'removed', block)));
  }
  return said;
}

/** Blocks that went and blocks that came in their place: those that answer each other are told as one. */
function pairs(gone: readonly Block[], come: readonly Block[]): Said[] {
  const said: Said[] = [];
  for (let at = 0; at < Math.max(gone.length, come.length); at++) {
    const [before, after] = [gone[at], come[at]];
    const one = before && after ? rewritten(before, after) : null;
    if (one) said.push(one);
    else {
      if (before) said.push(whole('removed', before));
      if (after) said.push(whole('added', after));
    }
  }
  return said;
}
