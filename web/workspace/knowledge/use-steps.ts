import type { ArticleView } from '#shared/knowledge.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { send } from '../session/send.ts';
import { TOUCHED } from './touched.ts';

type Step = 'submit' | 'return' | 'discard' | 'retire' | 'restore';

/** What can be done with an article by one press, and what takes it back. */
export function useArticleSteps(article: ArticleView) {
  const params = { id: article.id };
  const take = (step: Step, version: number) =>
    send(`POST /articles/{id}/${step}`, { params, body: { version } }, TOUCHED);
  const step = async (name: Step, done: string, back?: Step) => {
    try {
      const { version } = await take(name, article.version);
      const undo = back && (() => take(back, version).catch((error: unknown) => toast.fault(error, 'Not taken back')));
      toast.done(done, undo ? { undo } : {});
    } catch (error) {
      toast.fault(error, 'Not done');
    }
  };
  return {
    submit: () => step('submit', 'Sent for review', 'return'),
    withdraw: () => step('return', 'Taken back from review', 'submit'),
    discard: () => step('discard', 'The draft is thrown away'),
    retire: () => step('retire', 'Retired: nobody finds it by chance any more', 'restore'),
    restore: () => step('restore', 'In use again', 'retire'),
  };
}
