import type { TicketView } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { queryClient } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { refreshTickets } from '../../actions/index.ts';
import { send } from '../../session/send.ts';
import { quoteStore } from '../quote.ts';

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
  const note = (article: Article, kind: 'linked' | 'answered') =>
    send('POST /tickets/{idOrKey}/articles', { params, body: { articleId: article.id, kind } });
  const takeOff = (article: Article) =>
    send('DELETE /tickets/{idOrKey}/articles/{articleId}', { params: { ...params, articleId: article.id } });
  return {
    link: (article: Article) =>
      tried('Not linked', async () => {
        await note(article, 'linked');
        toast.done(`Linked “${article.title}”`, { undo: () => tried('Not taken off', () => takeOff(article)) });
      }),
    unlink: (article: Article) =>
      tried('Not taken off', async () => {
        await takeOff(article);
        toast.done(`Took off “${article.title}”`, { undo: () => tried('Not linked', () => note(article, 'linked')) });
      }),
    /** Puts a link to it into the reply. */
    answerWithLink: (article: Article) =>
      tried('Not put in', async () => {
        const address = `${window.location.origin}/portal/knowledge/${article.id}`;
        const html = `<p><a href="${address}">${escaped(article.title)}</a></p><p></p>`;
        await note(article, 'answered');
        quoteStore.set({ ticketId: ticket.id, html, visibility: 'public' });
      }),
    /** Puts its text into the reply, where it can be changed before it is sent. */
    answerWithText: (article: Article) =>
      tried('Not put in', async () => {
        const { published } = await call('GET /articles/{id}', { params: { id: article.id } });
        await note(article, 'answered');
        // Pictures stay in the article: a message has none.
        const html = (published?.body ?? '').replace(/<img[^>]*>/g, '');
        quoteStore.set({ ticketId: ticket.id, html: `${html}<p></p>`, visibility: 'public' });
      }),
  };
}
