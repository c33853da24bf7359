import { useQuery } from '@tanstack/react-query';
import { call } from '#web/api/client.ts';
import { toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { forgetToken, useToken } from '#web/ui/door/token.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { heard } from '#web/ui/words/words.ts';
import { AskedFor } from './asked.tsx';
import { faultOf } from './faults.ts';
import { PortalDoor } from './portal-door.tsx';
import { VoteForm } from './vote-form.tsx';
import { Say, t } from './words/t.ts';
import { useReaderOf } from './words/use-reader-of.ts';

/**
 * The link in a mail by which somebody decides without a password. The page only shows what is asked; programs that look at links in
 * mail before people do decide nothing, because that takes a press of its button.
 */
export default function DecidePage() {
  const token = useToken();
  const seen = useQuery({
    queryKey: ['POST /approval-links/look', token],
    queryFn: () => call('POST /approval-links/look', { body: { token } }),
    enabled: token !== '',
    retry: false,
    refetchOnWindowFocus: false,
  });
  const cast = useDo('POST /approval-links/vote', { failed: false, onDone: forgetToken });
  const vote = seen.data?.vote;
  useReaderOf(token, seen.data);
  // It looks like the portal of whoever holds the link; a link that is none tells nothing.
  const portal = seen.data?.portal ?? (seen.isFetching ? null : undefined);
  if (cast.data)
    return (
      <PortalDoor title={t('decide.thanks')} portal={portal}>
        <p role="status">{t('decide.noted')}</p>
      </PortalDoor>
    );
  const fault = seen.error ? toProblem(seen.error) : null;
  if (!token || fault)
    return (
      <PortalDoor title={t('common.linkUsed')}>
        <p>{fault && fault.status !== 404 ? heard(fault.message) : t('decide.once')}</p>
      </PortalDoor>
    );
  return (
    <PortalDoor title={vote ? vote.subject.title : t('decide.title')} portal={portal} wide>
      {vote ? (
        <div className="f-quote">
          <p>
            <Say it="decide.as" name={<bdi>{seen.data?.voter}</bdi>} />
          </p>
          <AskedFor vote={vote} />
          <VoteForm
            busy={cast.isPending}
            fault={faultOf(cast.error, 'comment')}
            onVote={(body) => cast.mutate({ body: { token, ...body } })}
          />
        </div>
      ) : (
        <SkeletonLines lines={6} />
      )}
    </PortalDoor>
  );
}
