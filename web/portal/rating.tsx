import type { PortalTicket } from '#shared/portal.ts';
import type { Score } from '#shared/satisfaction-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part } from '#web/ui/load/part.tsx';
import { useNow } from '#web/ui/marks/now.ts';
import { SCORE_WORDS, ScoreButtons } from './score-buttons.tsx';
import { t } from './words/t.ts';

const loadWords = () => import('./rating-words.tsx').then(({ RatingWords }) => RatingWords);

/** Asks how content somebody is with what was done, where they are to be asked; one press says it, words may follow. */
export function PortalRating({ ticket }: { ticket: PortalTicket }) {
  const { data } = useGet('GET /portal/tickets/{idOrKey}/rating', { params: { idOrKey: ticket.id } });
  const { data: me } = useGet('GET /me', {});
  const now = useNow();
  const say = useDo('PUT /portal/tickets/{idOrKey}/rating', {
    failed: t('common.notSent'),
    refresh: ['GET /portal/tickets/{idOrKey}/rating'],
  });
  const rating = data?.rating;
  if (!rating || ticket.requester?.id !== me?.id || Date.parse(rating.until) <= now) return null;
  const send = (score: Score, comment?: string) =>
    say.mutate({ params: { idOrKey: ticket.id }, body: { score, ...(comment === undefined ? {} : { comment }) } });
  return <Asked key={rating.comment} score={rating.score} comment={rating.comment} busy={say.isPending} onSay={send} />;
}

type AskedProps = {
  score: Score | null;
  /** What they chose in a mail, and has not been sent yet. */
  meant?: Score | null;
  comment: string;
  busy: boolean;
  onSay(score: Score, comment?: string): void;
};

/** The question, and what was answered; it can be changed. */
export function Asked({ score, meant = null, comment, busy, onSay }: AskedProps) {
  return (
    <section aria-label={t('rating.ask')} className="f-portal-verdict">
      <p role="status">
        <strong>{score === null || meant ? t('rating.ask') : t('rating.thanks')}</strong>
        {meant && <> {t('rating.meant', { choice: t(SCORE_WORDS[meant]) })}</>}
      </p>
      <ScoreButtons score={meant ?? score} sent={meant === null} busy={busy} onScore={(next) => onSay(next)} />
      {score !== null && meant === null && (
        <Part load={loadWords} waiting={<SkeletonLines lines={3} />}>
          {(RatingWords) => <RatingWords comment={comment} busy={busy} onSay={(words) => onSay(score, words)} />}
        </Part>
      )}
    </section>
  );
}
