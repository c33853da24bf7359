import { useGet } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { SCORE_NAMES } from '../clients/satisfaction/score-names.ts';
import { Fact } from './fact.tsx';

/** What whoever asked for the ticket said about how it was done. */
export function TicketRating({ idOrKey }: { idOrKey: string }) {
  const rating = useGet('GET /tickets/{idOrKey}/rating', { params: { idOrKey } }).data?.rating;
  if (!rating) return null;
  return (
    <>
      <Fact label="Rating">
        {rating.score ? (
          <>
            {SCORE_NAMES[rating.score]} <TimeAgo at={rating.ratedAt ?? rating.askedAt} />
          </>
        ) : (
          <>
            Asked <TimeAgo at={rating.askedAt} />
          </>
        )}
      </Fact>
      {rating.comment && (
        <p className="f-notes">
          <bdi>{rating.comment}</bdi>
        </p>
      )}
    </>
  );
}
