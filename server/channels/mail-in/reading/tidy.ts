import { Parser } from 'htmlparser2';
import { cleanHtml } from '#platform/text/index.ts';
import { outwardLink } from '#shared/link-words.ts';
import { BLOCKS, isPicture, isUnseen, LONGEST_ATTRIBUTE } from './elements.ts';
import { escapeHtml, htmlOfPlain, plainOf } from './plain.ts';

const INLINE: Record<string, string> = {
  b: 'b',
  strong: 'strong',
  i: 'i',
  em: 'em',
  u: 'u',
  ins: 'u',
  s: 's',
  del: 's',
  strike: 's',
  code: 'code',
  tt: 'code',
  kbd: 'code',
  a: 'a',
};
const STRUCTURE: Record<string, string> = {
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  blockquote: 'blockquote',
  pre: 'pre',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  td: 'td',
  th: 'th',
};
/** Elements that hold their lines without a paragraph. */
const BARE = new Set(['li', 'td', 'th', 'pre', 'h1', 'h2', 'h3']);
const OF_TABLE = new Set(['thead', 'tbody', 'tr', 'td', 'th']);
/** More inline elements within each other are no layout. */
const MOST_INLINE = 20;
const MOST_STRUCTURE = 30;
/** A longer address is none that a browser opens. */
const LONGEST_ADDRESS = 2_000;
/** Elements that hold many lines are written anew for each: beyond this, formatting is not worth what it costs. */
const MOST_WRITTEN = 1_000_000;

/** What cleaning adds to a link. */
const ADDED_TO_LINK = 55;

/** Ends the writing of what grows beyond all measure. */
class TooMuch extends Error {}

/** Whether a table shows rows and columns, and does not only put things beside each other. */
function isData(attributes: Record<string, string>): boolean {
  if (attributes['role'] === 'presentation') return false;
  const { border, style = '', class: classes = '' } = attributes;
  return (
    (border !== undefined && border !== '' && border !== '0') ||
    /border/i.test(style.slice(0, LONGEST_ATTRIBUTE)) ||
    classes.includes('MsoTableGrid')
  );
}

/** Whether a paragraph stands without distance to its neighbours, as Outlook writes lines. */
const isLine = ({ class: classes = '', style = '' }: Record<string, string>) =>
  /\bMsoNormal\b|\bMsoPlainText\b/.test(classes) || /margin(-bottom)?\s*:\s*0/i.test(style.slice(0, LONGEST_ATTRIBUTE));

/** Where a link of a mail leads, from wherever it is read; null where it leads nowhere. */
function linkOf({ href = '' }: Record<string, string>): string | null {
  return href.length > LONGEST_ADDRESS ? null : outwardLink(href);
}

/**
 * HTML of a mail as clean HTML, or its words alone where that would be far longer than the mail.
 */
export function tidyHtml(html: string, pictures: ReadonlyMap<string, string> = new Map()): string {
  try {
    return cleanHtml(tidied(html, pictures));
  } catch (error) {
    if (error instanceof TooMuch) return cleanHtml(htmlOfPlain(plainOf(html)));
    throw error;
  }
}

/**
 * HTML of a mail as HTML of paragraphs, lists and tables: what mail programs put into nested elements and styles
 * is read for the lines it makes. `pictures` names files by Content-ID: such a picture leaves a mark in its place.
 */
function tidied(html: string, pictures: ReadonlyMap<string, string>): string {
  const out: string[] = [];
  /** Elements of the source that are open, and what closing each does. */
  const stack: { structure: string | null; inline: boolean; unseen: boolean; tight: boolean }[] = [];
  const structures: string[] = [];
  const inline: { open: string; close: string }[] = [];
  /** How many of the inline elements the current line has opened. */
  let opened = 0;
  let line = '';
  let seen = false;
  let lines: string[] = [];
  let unseen = 0;
  let anyBare = false;
  let written = 0;

  const bare = () => BARE.has(structures.at(-1) ?? '');
  const inPre = () => structures.includes('pre');
  function endLine(): void {
    for (const { close } of inline.slice(0, opened).reverse()) line += close;
    opened = 0;
    if (seen) lines.push(line);
    line = '';
    seen = false;
  }
  function endParagraph(): void {
    endLine();
    if (lines.length === 0) return;
    const content = lines.join(inPre() ? '\n' : '<br>');
    if (bare()) {
      out.push(anyBare ? (inPre() ? `\n\n${content}` : `<br><br>${content}`) : content);
      anyBare = true;
    } else out.push(`<p>${content}</p>`);
    lines = [];
  }
  function write(piece: string): void {
    for (const { open } of inline.slice(opened)) {
      line += open;
      written += 2 * open.length + (open.startsWith('<a ') ? ADDED_TO_LINK : 0);
    }
    written += piece.length;
    if (written > MOST_WRITTEN) throw new TooMuch();
    opened = inline.length;
    line += piece;
  }
  function addText(text: string): void {
    const collapsed = inPre() ? text : text.replace(/[ \t\r\n]+/g, ' ');
    const piece = line === '' && !inPre() ? collapsed.replace(/^ /, '') : collapsed;
    if (piece === '') return;
    if (piece.trim() !== '') seen = true;
    write(escapeHtml(piece));
  }
  function open(structure: string, attributes: Record<string, string>): void {
    endParagraph();
    const spans = ['colspan', 'rowspan']
      .filter((name) => /^\d{1,3}$/.test(attributes[name] ?? ''))
      .map((name) => ` ${name}="${attributes[name]}"`)
      .join('');
    out.push(`<${structure}${structure === 'td' || structure === 'th' ? spans : ''}>`);
    structures.push(structure);
    anyBare = false;
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const entry = {
          structure: null as string | null,
          inline: false,
          unseen: isUnseen(name, attributes),
          tight: name === 'p' && isLine(attributes),
        };
        stack.push(entry);
        if (entry.unseen) unseen += 1;
        if (unseen > 0) return;
        if (name === 'br') {
          if (seen) endLine();
          else {
            // An empty line.
            if (inPre()) lines.push('');
            else endParagraph();
          }
          return;
        }
        if (name === 'hr') {
          endParagraph();
          if (!bare()) out.push('<hr>');
          return;
        }
        if (name === 'img') {
          const id = /^cid:(.+)$/i.exec(attributes['src'] ?? '')?.[1] ?? '';
          const label = pictures.get(id);
          const alt = attributes['alt'] ?? '';
          if (label !== undefined && isPicture(attributes)) {
            seen = true;
            const shown = escapeHtml(label);
            write(`<span data-type="image" data-id="${escapeHtml(id)}" data-label="${shown}">[${shown}]</span>`);
          } else if (alt !== '' && alt.length <= 8 && /[^\x20-\x7e]/.test(alt)) addText(alt);
          return;
        }
        const structure = STRUCTURE[name];
        if (structure !== undefined) {
          const loose = OF_TABLE.has(structure)
            ? !structures.includes('table')
            : structure === 'table' && !isData(attributes);
          if (loose && (name === 'td' || name === 'th')) addText(' ');
          else if (loose || structures.length >= MOST_STRUCTURE) endLine();
          else {
            entry.structure = structure;
            open(structure, attributes);
          }
          return;
        }
        if (name === 'p' && !entry.tight) endParagraph();
        else if (BLOCKS.has(name)) endLine();
        const tag = INLINE[name];
        if (tag === undefined || inline.length >= MOST_INLINE) return;
        const href = tag === 'a' ? linkOf(attributes) : '';
        if (href === null) return;
        entry.inline = true;
        const start = tag === 'a' ? `<a href="${escapeHtml(href)}">` : `<${tag}>`;
        inline.push({ open: start, close: `</${tag}>` });
      },
      onclosetag(name) {
        const entry = stack.pop();
        if (!entry) return;
        if (entry.unseen) unseen -= 1;
        if (unseen > 0) return;
        if (entry.structure !== null) {
          endParagraph();
          structures.pop();
          out.push(`</${entry.structure}>`);
          anyBare = BARE.has(structures.at(-1) ?? '');
        } else if (entry.inline) {
          const last = inline.pop();
          if (last && opened > inline.length) {
            line += last.close;
            opened = inline.length;
          }
        } else if ((name === 'p' && !entry.tight) || (BLOCKS.has(name) && !seen && line.includes('\u00a0')))
          endParagraph();
        else if (BLOCKS.has(name)) endLine();
      },
      ontext(text) {
        if (unseen > 0) return;
        if (!inPre() || !text.includes('\n')) {
          addText(text);
          return;
        }
        for (const [index, row] of text.split('\n').entries()) {
          if (index > 0) {
            if (seen) endLine();
            else lines.push('');
          }
          addText(row);
        }
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  endParagraph();
  return out.join('');
}
