import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Score } from '#shared/satisfaction-words.ts';
import { call } from '#web/api/client.ts';
import { toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { useToken } from '#web/ui/door/token.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PortalDoor } from './portal-door.tsx';
import { Asked } from './rating.tsx';
import { t } from './words/t.ts';

/**
 * The link in a mail by which somebody says how content they are, without a password. The page only asks; programs that look at links in
 * mail before people do say nothing, because that takes a press of its buttons.
 */
export default function RatePage() {
  const token = useToken();
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
  const fault = seen.error ? toProblem(seen.error) : null;
  if (!token || fault)
    return (
      <PortalDoor title={t('decide.used')}>
        <p>{fault && fault.status !== 404 ? fault.message : t('rating.over')}</p>
      </PortalDoor>
    );
  const { data } = seen;
  const now = said ?? data;
  return (
    <PortalDoor title={data ? data.title : t('rating.ask')}>
      {now ? (
        <Asked
          key={now.comment}
          score={now.score}
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
