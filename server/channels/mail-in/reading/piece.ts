import { cleanHtml } from '#platform/text/index.ts';
import { htmlOfPlain } from './plain.ts';
import { withoutSecrets } from './secrets.ts';
import { tidyHtml } from './tidy.ts';

/** Characters of what somebody wrote that are shown, as many as the API takes; more is a log or an attack, and stands in a file. */
export const MOST_SHOWN = 200_000;

/** Stands where something was left out. */
const LEFT_OUT = '<p>[…]</p>';

/** A piece of a mail as clean HTML, without secrets of our links; `cut`: only its begin is shown. */
export type Piece = { html: string; cut: boolean };

function show(clean: string, cut: boolean): Piece {
  const html = withoutSecrets(clean);
  return { html: cut && html !== '' ? `${html}${LEFT_OUT}` : html, cut };
}

/** A piece of HTML, or the begin of it. */
export function richPiece(source: string, pictures: ReadonlyMap<string, string>): Piece {
  const cut = source.length > MOST_SHOWN;
  return show(tidyHtml(cut ? source.slice(0, MOST_SHOWN) : source, pictures), cut);
}

/** A piece of plain text, or the begin of it. */
export function plainPiece(source: string): Piece {
  const cut = source.length > MOST_SHOWN;
  return show(cleanHtml(htmlOfPlain(cut ? source.slice(0, MOST_SHOWN) : source)), cut);
}
