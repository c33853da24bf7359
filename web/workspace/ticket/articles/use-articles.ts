import type { TicketView } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { queryClient } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { refreshTickets } from '../../actions/index.ts';
import { send } from '../../session/send.ts';
import { quoteStore } from '../quote.ts';
import { asMessage, leftOut } from './as-message.ts';

type Article = { id: string; title: string };

const refresh = () =>
  Promise.all([refreshTickets(), queryClient.invalidateQueries({ queryKey: ['GET /articles/{id}'] })]);
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** What can be done on a ticket with an article; each is told, and what it changed is read again. */
export function useArticles(ticket: TicketView) {
  const params = { idOrKey: ticket.id };
  const tried = async (failed: string, work: () => Promise<unknown>) => {
    try {
      await work();
      await refresh();
    } catch (error) {
      toast.fault(error, failed);
    }
  };
  const note = (article: Article) =>
    send('POST /tickets/{idOrKey}/articles', { params, body: { articleId: article.id, kind: 'linked' } });
  const takeOff = (article: Article) =>
    send('DELETE /tickets/{idOrKey}/articles/{articleId}', { params: { ...params, articleId: article.id } });
  const putText = ({ id, title }: Article, readable: boolean) =>
    tried('Not put in', async () => {
      const { published } = await call('GET /articles/{id}', { params: { id } });
      const { html, pictures } = asMessage(published?.body ?? '');
      const visibility = readable ? 'public' : 'internal';
      quoteStore.set({ ticketId: ticket.id, html: `${html}<p></p>`, visibility, article: { id, title, readable } });
      if (pictures > 0) toast.done(leftOut(title, pictures));
    });
  return {
    link: (article: Article) =>
      tried('Not linked', async () => {
        await note(article);
        toast.done(`Linked “${article.title}”`, { undo: () => tried('Not taken off', () => takeOff(article)) });
      }),
    unlink: (article: Article) =>
      tried('Not taken off', async () => {
        await takeOff(article);
        toast.done(`Took off “${article.title}”`, { undo: () => tried('Not linked', () => note(article)) });
      }),
    /** Puts a link to it into the reply; that it was answered with is noted when that goes out. */
    answerWithLink: ({ id, title }: Article) => {
      const html = `<p><a href="${window.location.origin}/portal/knowledge/${id}">${escaped(title)}</a></p><p></p>`;
      quoteStore.set({ ticketId: ticket.id, html, visibility: 'public', article: { id, title, readable: true } });
    },
    /** Puts its text into the reply, where it can be changed before it is sent. */
    answerWithText: (article: Article) => putText(article, true),
    /** Puts the text of an article that the ticket's people may not read into a note. */
    noteText: (article: Article) => putText(article, false),
  };
}
