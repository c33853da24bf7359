import type { Run } from './document.ts';

/** A piece of a line, measured in points. */
export type Piece = Run & { readonly width: number };
export type Line = { readonly pieces: readonly Piece[]; readonly width: number };
type Measure = (run: Run) => number;

/** Where a line may end: after spaces, hyphens and the marks between the parts of addresses and paths. */
const PARTS = /[^\s\-–—/\\]*[-–—/\\]+|[^\s\-–—/\\]+|\n|[^\S\n]+/gu;

/** Breaks runs into lines no wider than `width` points. A word wider than a line is cut. */
export function linesOf(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  let isWrapped = false;
  const end = () => {
    while (pieces.at(-1)?.text.trim() === '') used -= pieces.pop()?.width ?? 0;
    lines.push({ pieces: joined(pieces, measure), width: used });
    pieces = [];
    used = 0;
  };
  const put = (piece: Piece) => {
    pieces.push(piece);
    used += piece.width;
  };
  for (const run of runs)
    for (const [text] of run.text.matchAll(PARTS)) {
      if (text === '\n') {
        end();
        isWrapped = false;
        continue;
      }
      const piece = { ...run, text, width: measure({ ...run, text }) };
      const isSpace = text.trim() === '';
      if (isSpace && pieces.length === 0 && isWrapped) continue;
      if (!isSpace && used + piece.width > width && pieces.length > 0) {
        end();
        isWrapped = true;
      }
      if (piece.width <= width || isSpace) put(piece);
      else
        for (const cut of cutsOf(piece, width, measure)) {
          if (pieces.length > 0) end();
          put(cut);
        }
    }
  if (pieces.length > 0 || lines.length === 0) end();
  return lines;
}

/** A word that is wider than a line, in parts that are not. */
function cutsOf(piece: Piece, width: number, measure: Measure): Piece[] {
  const cuts: Piece[] = [];
  let text = '';
  for (const character of piece.text) {
    if (text !== '' && measure({ ...piece, text: text + character }) > width) {
      cuts.push({ ...piece, text, width: measure({ ...piece, text }) });
      text = '';
    }
    text += character;
  }
  return [...cuts, { ...piece, text, width: measure({ ...piece, text }) }];
}

/** Neighbours that look alike become one piece, so that words can be found in what is printed. */
function joined(pieces: readonly Piece[], measure: Measure): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.bold === piece.bold && last.href === piece.href) {
      const text = last.text + piece.text;
      out[out.length - 1] = { ...last, text, width: measure({ ...last, text }) };
    } else out.push(piece);
  }
  return out;
}
