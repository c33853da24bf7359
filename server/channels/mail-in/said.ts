import { textToHtml } from '#shared/html.ts';
import { calendarOf, type ReadMail, UNSHOWN } from './reading/index.ts';

const EMPTY = '<p>(no text)</p>';
const HIDDEN = '<p>(no text that can be shown; there is some in the mail as it came)</p>';

/** What a mail says as clean HTML, of which `html` is the text: an invitation stands above it in words, since its text rarely names the time. */
export function saidIn(mail: ReadMail, html: string): string {
  const calendar = calendarOf(mail);
  return calendar
    ? `<p>${textToHtml(calendar.text)}</p>${html}`
    : html || (mail.faults.includes(UNSHOWN) ? HIDDEN : EMPTY);
}
