import { textToHtml } from '#shared/html.ts';
import { calendarOf, type ReadMail } from './reading/index.ts';

const EMPTY = '<p>(no text)</p>';

/** What a mail says as clean HTML, of which `html` is the text: an invitation stands above it in words, since its text rarely names the time. */
export function saidIn(mail: ReadMail, html: string): string {
  const calendar = calendarOf(mail);
  return calendar ? `<p>${textToHtml(calendar.text)}</p>${html}` : html || EMPTY;
}
