import { requestTitle } from '#kernel/request-title.ts';
import { heardIn } from '#platform/said/index.ts';
import type { Say } from '#platform/words/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { Spoken } from '#shared/languages.ts';
import type { PortalTicket, PortalTicketRow } from '#shared/portal.ts';

/** A ticket of the list as its reader reads it: its status, and what was ordered. */
export const rowSaid = <R extends PortalTicketRow>(row: R, language: Spoken, say: Say): R => ({
  ...row,
  title: row.kind === 'request' ? requestTitle(row.title, language, (text) => say(text, 'item')) : row.title,
  status: say(row.status, 'status'),
  lastMessage: row.lastMessage && { ...row.lastMessage, text: emptySaid(row.lastMessage.text, language) },
});

/** What stands for a mail without words, as text or HTML, in the reader's language; anything else as it is. */
const emptySaid = (said: string, language: Spoken): string =>
  said.replace(
    /^(<p>)?(\(no text[^<]*\))(<\/p>)?$/,
    (_, begin = '', words, end = '') => `${begin}${heardIn(language, words)}${end}`,
  );

/** The same with everything in it. */
export const ticketSaid = (ticket: PortalTicket, language: Spoken, say: Say): PortalTicket => ({
  ...rowSaid(ticket, language, say),
  description: emptySaid(ticket.kind === 'request' ? orderSaid(ticket.description, say) : ticket.description, language),
  conversation: ticket.conversation.map((message) => ({ ...message, body: emptySaid(message.body, language) })),
});

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const plain = (html: string) => html.replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** What was ordered, as the order wrote it into the ticket: labels, choices and the names of what a bundle brings. */
function orderSaid(html: string, say: Say): string {
  const said = (text: string) => {
    const words = say(plain(text), 'item');
    return words === plain(text) ? text : textToHtml(words);
  };
  return html
    .replace(
      /<li><strong>([^<]*)<\/strong>: ([^<]*)<\/li>/g,
      (_, label, value) => `<li><strong>${said(label)}</strong>: ${said(value)}</li>`,
    )
    .replace(/<p><strong>([^<]*)<\/strong><\/p>/g, (_, name) => `<p><strong>${said(name)}</strong></p>`);
}
