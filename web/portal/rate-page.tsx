import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SCORES, type Score } from '#shared/satisfaction-words.ts';
import { call } from '#web/api/client.ts';
import { toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { useLink } from '#web/ui/door/token.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { heard } from '#web/ui/words/words.ts';
import { useHumanSign } from './human-sign.ts';
import { PortalDoor } from './portal-door.tsx';
import { Asked } from './rating.tsx';
import { t } from './words/t.ts';
import { useReaderOf } from './words/use-reader-of.ts';

/**
 * A link in a mail by which somebody says how content they are, without a password. Which answer they pressed there is sent once they show
 * that they are at the page, or by its button; programs that look at links in mail before people do say nothing.
 */
export default function RatePage() {
  const { token, more } = useLink();
  const meant = SCORES.find((score) => score === more.get('score')) ?? null;
  const [said, setSaid] = useState<{ score: Score; comment: string } | null>(null);
  const seen = useQuery({
    queryKey: ['POST /rating-links/look', token],
    queryFn: () => call('POST /rating-links/look', { body: { token } }),
    enabled: token !== '',
    retry: false,
    refetchOnWindowFocus: false,
  });
  const say = useDo('POST /rating-links/rate', {
    failed: t('common.notSent'),
    onDone: (_, { body }) =>
      setSaid({ score: body.score, comment: body.comment ?? said?.comment ?? seen.data?.comment ?? '' }),
  });
  const { data } = seen;
  useReaderOf(token, data);
  // It looks like the portal of whoever holds the link; a link that is none tells nothing.
  const portal = data?.portal ?? (seen.isFetching ? null : undefined);
  const now = said ?? data;
  const chosen = data && said === null && data.score !== meant ? meant : null;
  useHumanSign(chosen !== null && say.isIdle, () => chosen && say.mutate({ body: { token, score: chosen } }));
  const fault = seen.error ? toProblem(seen.error) : null;
  if (!token || fault)
    return (
      <PortalDoor title={t('common.linkUsed')}>
        <p>{fault && fault.status !== 404 ? heard(fault.message) : t('rating.over')}</p>
      </PortalDoor>
    );
  return (
    <PortalDoor title={data ? data.title : t('rating.ask')} portal={portal}>
      {now ? (
        <Asked
          key={now.comment}
          score={now.score}
          meant={chosen}
          comment={now.comment}
          busy={say.isPending}
          onSay={(score, comment) =>
            say.mutate({ body: { token, score, ...(comment === undefined ? {} : { comment }) } })
          }
        />
      ) : (
        <SkeletonLines lines={4} />
      )}
    </PortalDoor>
  );
}
