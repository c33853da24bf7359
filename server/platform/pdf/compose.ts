import type { Block, Column, PdfDocument, Words } from './document.ts';
import { blocksOf } from './from-html.ts';
import type { Line } from './lines.ts';
import { DIM, heightOf, INK, type Part, type Style, Writer } from './writer.ts';

const BODY: Style = { size: 9.5 };
const SMALL: Style = { size: 8, colour: DIM };
const HEAD: Style = { size: 8.5, bold: true, colour: DIM };
const RULE = '#d5dae1';
/** Points. */
const FACT_NAMES = 120;
const INDENT = 16;
const GAP = 10;
const CELL = 4;

/** Lays a document out and gives its bytes. */
export async function compose(document: PdfDocument): Promise<Buffer> {
  const writer = new Writer(document.paper, document);
  const accent = document.brand.accent;
  for (const block of document.blocks) put(writer, block, accent);
  if (writer.isFormless) {
    writer.space(GAP);
    writer.write(writer.lines(document.words.formless, writer.width, SMALL), SMALL, writer.part('P'));
  }
  furnish(writer, document);
  return writer.end();
}

function put(writer: Writer, block: Block, accent: string): void {
  switch (block.kind) {
    case 'title':
      heading(writer, 'H1', block.words, { size: 18, bold: true, colour: INK });
      break;
    case 'heading':
      if (block.level === 2) heading(writer, 'H2', block.words, { size: 12.5, bold: true, colour: accent });
      else heading(writer, 'H3', block.words, { size: 10.5, bold: true, colour: INK });
      break;
    case 'text': {
      const style = block.dim ? { ...BODY, colour: DIM } : BODY;
      writer.write(writer.lines(block.words, writer.width, style), style, writer.part('P'), { after: 6 });
      break;
    }
    case 'code': {
      const style = { size: 8.5 };
      const x = writer.left + INDENT;
      const lines = writer.lines(block.text, writer.width - INDENT, style);
      writer.write(lines, style, writer.part('Code'), { x, after: 6 });
      break;
    }
    case 'list':
      list(writer, block);
      break;
    case 'facts':
      facts(writer, block.facts);
      break;
    case 'table':
      table(writer, block);
      break;
    case 'html':
      for (const one of blocksOf(block.html)) put(writer, one, accent);
  }
}

/** A heading stays with what follows. */
function heading(writer: Writer, type: string, words: Words, style: Style): void {
  writer.space(GAP);
  writer.keep(heightOf(style) + 3 * heightOf(BODY));
  writer.write(writer.lines(words, writer.width, style), style, writer.part(type), { after: 4 });
}

function list(writer: Writer, { items, ordered }: Extract<Block, { kind: 'list' }>): void {
  const whole = writer.part('L');
  const counts: number[] = [];
  for (const { words, depth = 0 } of items) {
    counts.length = depth + 1;
    counts[depth] = (counts[depth] ?? 0) + 1;
    const x = writer.left + INDENT * (depth + 1);
    const label = ordered && depth === 0 ? `${counts[0]}.` : '•';
    const lines = writer.lines(words, writer.width - INDENT * (depth + 1), BODY);
    writer.keep(heightOf(BODY));
    const item = writer.part('LI', whole);
    const mark = writer.part('Lbl', item);
    const [line] = writer.lines(label, INDENT * 2, BODY);
    if (line) writer.line(line, BODY, mark, { x: x - INDENT, y: writer.y });
    mark.element.end();
    writer.write(lines, BODY, writer.part('LBody', item), { x, after: 2 });
    item.element.end();
  }
  whole.element.end();
  writer.y += 4;
}

function facts(writer: Writer, all: Extract<Block, { kind: 'facts' }>['facts']): void {
  const held = all.filter((fact): fact is [string, Words] => fact[1] !== null && fact[1] !== '');
  const whole = writer.part('Table');
  for (const [name, value] of held)
    rows(writer, whole, [
      { type: 'TH', lines: writer.lines(name, FACT_NAMES - GAP, HEAD), style: HEAD, x: writer.left },
      {
        ...{ type: 'TD', style: BODY, x: writer.left + FACT_NAMES },
        lines: writer.lines(value, writer.width - FACT_NAMES, BODY),
      },
    ]);
  whole.element.end();
  writer.y += 4;
}

function table(writer: Writer, { columns, rows: all }: Extract<Block, { kind: 'table' }>): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * writer.width);
  const starts = widths.map((_, at) => writer.left + widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  const cells = (type: string, row: readonly Words[], style: Style) =>
    columns.map(({ align }, at) => {
      const width = (widths[at] ?? 0) - GAP;
      return { type, style, lines: writer.lines(row[at] ?? '', width, style), x: starts[at] ?? 0, width, align };
    });
  const whole = writer.part('Table');
  const head = cells('TH', columns.map(titleOf), HEAD);
  writer.keep(heightOf(HEAD) + 2 * heightOf(BODY) + 2 * CELL);
  rows(writer, whole, head, true);
  for (const row of all)
    rows(writer, whole, cells('TD', row, BODY), true, () => {
      writer.furniture(() => {
        const { y } = writer;
        for (const { lines, x } of head) if (lines[0]) writer.plainLine(textOf(lines[0]), HEAD, { x, y });
      });
      writer.y += heightOf(HEAD) + CELL;
    });
  whole.element.end();
  writer.y += 6;
}

const titleOf = ({ head }: Column) => head;
const textOf = ({ pieces }: Line) => pieces.map(({ text }) => text).join('');

type Cell = {
  readonly type: string;
  readonly lines: readonly Line[];
  readonly style: Style;
  readonly x: number;
  readonly width?: number;
  readonly align?: 'left' | 'right' | undefined;
};

/** One row, its cells beside each other, line by line, so that a long one goes on over pages. `again` is called at the top of each. */
function rows(writer: Writer, whole: Part, cells: readonly Cell[], ruled = false, again?: () => void) {
  const row = writer.part('TR', whole);
  const parts = cells.map(({ type }) => writer.part(type, row));
  const height = Math.max(...cells.map(({ style }) => heightOf(style)));
  const most = Math.max(...cells.map(({ lines }) => lines.length));
  // What is short stays together.
  const needed = (most <= 6 ? most : 2) * height + 2 * CELL;
  for (let at = 0; at < most; at += 1) {
    if (writer.room < (at === 0 ? needed : height)) {
      writer.newPage();
      again?.();
    }
    for (const [nth, { lines, style, x, width = 0, align }] of cells.entries()) {
      const line = lines[at];
      const part = parts[nth];
      if (line && part && line.pieces.length > 0)
        writer.line(line, style, part, { x: align === 'right' ? x + width - line.width : x, y: writer.y });
    }
    writer.y += height;
  }
  for (const part of parts) part.element.end();
  row.element.end();
  if (ruled) {
    const y = writer.y + 1;
    writer.furniture(() =>
      writer.pdf
        .moveTo(writer.left, y)
        .lineTo(writer.left + writer.width, y)
        .lineWidth(0.5)
        .stroke(RULE),
    );
    writer.y += CELL;
  }
}

/** Heads and feet, once it is known how many pages there are. */
function furnish(writer: Writer, { brand, mark, foot, words }: PdfDocument): void {
  const { pdf, left, width } = writer;
  const { start, count } = pdf.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    pdf.switchToPage(start + at);
    const bottom = pdf.page.height - 40;
    writer.furniture(() => {
      if (!logo(writer, brand.logo)) writer.plainLine(brand.name, { size: 11, bold: true }, { x: left, y: 40 });
      writer.plainLine(mark, SMALL, { x: left + width, y: 43, align: 'right' });
      pdf
        .moveTo(left, 66)
        .lineTo(left + width, 66)
        .lineWidth(0.5)
        .stroke(RULE);
      writer.plainLine(foot, SMALL, { x: left, y: bottom });
      const page = words.page.replace('{page}', String(at + 1)).replace('{pages}', String(count));
      writer.plainLine(page, SMALL, { x: left + width, y: bottom, align: 'right' });
    });
  }
}

/** Whether it was drawn: a picture of another kind, or one that cannot be read, is not. */
function logo(writer: Writer, picture: PdfDocument['brand']['logo']): boolean {
  if (picture?.mediaType !== 'image/png' && picture?.mediaType !== 'image/jpeg') return false;
  try {
    const bytes = Buffer.from(picture.bytes) as unknown as ArrayBuffer;
    writer.pdf.image(bytes, writer.left, 34, { fit: [180, 26] });
    return true;
  } catch {
    return false;
  }
}
