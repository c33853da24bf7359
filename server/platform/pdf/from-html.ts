import { Parser } from 'htmlparser2';
import type { Block, ListItem, Run } from './document.ts';

const BLOCKS = new Set('p h1 h2 h3 blockquote pre li td th ul ol table hr'.split(' '));

/** What people wrote, as blocks. It was cleaned when it was kept; whatever else stands in it is read as its words. */
export function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let runs: Run[] = [];
  let items: ListItem[] = [];
  let isOrdered = false;
  let rows: Run[][][] = [];
  let href: string | undefined;
  const inside = (...tags: string[]) => open.some((tag) => tags.includes(tag));
  const depth = () => open.filter((tag) => tag === 'ul' || tag === 'ol').length - 1;

  /** Ends the words so far, as what they stand in. */
  const end = () => {
    const words = trimmed(runs);
    runs = [];
    if (inside('td', 'th')) {
      const cell = rows.at(-1)?.at(-1);
      if (cell) cell.push(...(cell.length > 0 && words.length > 0 ? [{ text: '\n' }] : []), ...words);
    } else if (words.length === 0) return;
    else if (inside('li')) items.push({ words, depth: depth() });
    else if (inside('pre')) blocks.push({ kind: 'code', text: words.map(({ text }) => text).join('') });
    else if (inside('h1', 'h2', 'h3')) blocks.push({ kind: 'heading', level: 3, words });
    else blocks.push({ kind: 'text', words, dim: inside('blockquote') });
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      if (BLOCKS.has(tag)) end();
      open.push(tag);
      if (tag === 'br') runs.push({ text: '\n' });
      if (tag === 'a') href = /^(https?|mailto|tel):/i.test(attributes['href'] ?? '') ? attributes['href'] : undefined;
      if ((tag === 'ul' || tag === 'ol') && depth() === 0) isOrdered = tag === 'ol';
      if (tag === 'table') rows = [];
      if (tag === 'tr') rows.push([]);
      if (tag === 'td' || tag === 'th') rows.at(-1)?.push([]);
    },
    ontext(text) {
      const spaced = inside('pre') ? text : text.replace(/\s+/g, ' ');
      const words = runs.at(-1)?.text === '\n' && !inside('pre') ? spaced.trimStart() : spaced;
      if (words !== '') runs.push({ text: words, bold: inside('strong', 'b', 'th'), ...(href ? { href } : {}) });
    },
    onclosetag(tag) {
      if (BLOCKS.has(tag)) end();
      open.splice(open.lastIndexOf(tag), 1);
      if (tag === 'a') href = undefined;
      if ((tag === 'ul' || tag === 'ol') && depth() < 0 && items.length > 0) {
        blocks.push({ kind: 'list', ordered: isOrdered, items });
        items = [];
      }
      if (tag === 'table') blocks.push(...tableOf(rows));
    },
  });
  parser.end(html);
  end();
  return blocks;
}

/** Without space at either end. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  while (kept[0]?.text.trim() === '') kept.shift();
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  return kept;
}

const plain = (runs: readonly Run[] = []) => runs.map(({ text }) => text).join('');

/** The first row is the head. */
function tableOf([head, ...rows]: readonly Run[][][]): Block[] {
  const width = Math.max(head?.length ?? 0, ...rows.map((row) => row.length));
  if (!head || width === 0) return [];
  const all = Array.from({ length: width }, (_, at) => at);
  return [
    {
      kind: 'table',
      columns: all.map((at) => ({ head: plain(head[at]), share: 1 })),
      rows: rows.map((row) => all.map((at) => row[at] ?? [])),
    },
  ];
}
