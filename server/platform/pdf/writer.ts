import { fileURLToPath } from 'node:url';
import Pdf from 'pdfkit';
import type { Run, Words } from './document.ts';
import { printable } from './formless.ts';
import { type Line, linesOf } from './lines.ts';

const fontAt = (file: string) => fileURLToPath(new URL(`./fonts/${file}`, import.meta.url));
const REGULAR = 'regular';
const BOLD = 'bold';
export const INK = '#1d2430';
export const DIM = '#5b6472';
const LINK = '#1f5fbf';

/** Points. */
const SIDE = 56;
const TOP = 84;
const BOTTOM = 64;

export type Style = { readonly size: number; readonly colour?: string; readonly bold?: boolean };
/** A part of the structure; what it is called decides how a reader that speaks tells it. */
export type Part = { readonly type: string; readonly element: PDFKit.PDFStructureElement };
type Setup = { readonly title: string; readonly author: string; readonly language: string; readonly madeAt: string };

/** A document that is written from top to bottom, page after page, with its structure. Lengths are points, from the upper left corner. */
export class Writer {
  readonly pdf: PDFKit.PDFDocument;
  /** Where the next thing begins. */
  y = TOP;
  /** A character had no form in the typeface. */
  isFormless = false;
  readonly #root: Part;
  readonly #hasForm: (point: number) => boolean;
  readonly #known = new Map<string, string>();

  constructor(paper: 'A4' | 'LETTER', { title, author, language, madeAt }: Setup) {
    this.pdf = new Pdf({
      size: paper,
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      bufferPages: true,
      info: { Title: title, Author: author, CreationDate: new Date(madeAt) },
    });
    this.pdf.registerFont(REGULAR, fontAt('Inter-Regular.ttf')).registerFont(BOLD, fontAt('Inter-Bold.ttf'));
    this.#hasForm = formsOf(this.pdf.font(REGULAR));
    this.#root = { type: 'Document', element: this.pdf.struct('Document', { title }) };
    this.pdf.addStructure(this.#root.element);
  }

  get left(): number {
    return SIDE;
  }

  get width(): number {
    return this.pdf.page.width - 2 * SIDE;
  }

  /** How much is left of this page. */
  get room(): number {
    return this.pdf.page.height - BOTTOM - this.y;
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = TOP;
  }

  /** Leaves space, unless a page begins here. */
  space(points: number): void {
    if (this.y > TOP) this.y += points;
  }

  /** Begins a new page where less than so much is left. */
  keep(points: number): void {
    if (this.room < points && this.y > TOP) this.newPage();
  }

  /** A part of the structure, such as a list or a row; `within` is the whole document unless given. */
  part(type: string, within: Part = this.#root): Part {
    const element = this.pdf.struct(type);
    within.element.add(element);
    return { type, element };
  }

  /** Breaks words into lines of such a width. */
  lines(words: Words, width: number, style: Style): Line[] {
    const runs = (typeof words === 'string' ? [{ text: words }] : words).map((run) => ({
      ...run,
      ...(style.bold ? { bold: true } : {}),
      text: this.#printable(run.text),
    }));
    return linesOf(runs, width, (run) => this.#dress(run, style).widthOfString(run.text));
  }

  /** Writes lines below each other, over pages where they do not fit, as one part of the structure. */
  write(lines: readonly Line[], style: Style, part: Part, { x = this.left, after = 0 } = {}): void {
    for (const line of lines) {
      this.keep(heightOf(style));
      this.line(line, style, part, { x, y: this.y });
      this.y += heightOf(style);
    }
    part.element.end();
    this.y += after;
  }

  /** One line where it is told to stand. */
  line(line: Line, style: Style, part: Part, { x, y }: { x: number; y: number }): void {
    part.element.add(this.pdf.markStructureContent(part.type));
    this.#pieces(line, style, { x, y });
  }

  /** What stands on every page and is no part of what is said. */
  furniture(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Pagination' } as never);
    draw();
    this.pdf.endMarkedContent();
  }

  /** A line of furniture; `align` says which of its ends `x` is. */
  plainLine(words: string, style: Style, at: { x: number; y: number; align?: 'right' }): void {
    const [line] = this.lines(words, this.width, style);
    if (line) this.#pieces(line, style, { x: at.align === 'right' ? at.x - line.width : at.x, y: at.y });
  }

  /** The bytes, once everything is written. */
  async end(): Promise<Buffer> {
    this.#root.element.end();
    const chunks: Buffer[] = [];
    this.pdf.end();
    for await (const chunk of this.pdf as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  #pieces({ pieces }: Line, style: Style, { x, y }: { x: number; y: number }): void {
    let at = x;
    for (const piece of pieces) {
      this.#dress(piece, style)
        .fillColor(piece.href ? LINK : (style.colour ?? INK))
        .text(piece.text, at, y, { lineBreak: false, ...(piece.href ? { link: piece.href } : {}) });
      at += piece.width;
    }
  }

  #dress({ bold }: Run, { size }: Style): PDFKit.PDFDocument {
    return this.pdf.font(bold ? BOLD : REGULAR).fontSize(size);
  }

  #printable(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const out = printable(text, this.#hasForm, () => {
      this.isFormless = true;
    });
    if (text.length < 200) this.#known.set(text, out);
    return out;
  }
}

/** How far lines stand from each other. */
export const heightOf = ({ size }: Style): number => Math.round(size * 1.45 * 10) / 10;

/** Which characters the typeface that is set has forms for; pdfkit's own types say nothing of the font that it opened. */
function formsOf(pdf: PDFKit.PDFDocument): (point: number) => boolean {
  const { _font } = pdf as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } };
  return (point) => _font.font.hasGlyphForCodePoint(point);
}
