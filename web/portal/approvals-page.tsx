import type { OpenVote } from '#shared/approval.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Part, preload } from '#web/ui/load/part.tsx';
import { AskedFor } from './asked.tsx';
import { faultOf } from './faults.ts';
import { Title } from './title.tsx';
import { t } from './words/t.ts';

const loadVote = () => import('./vote-form.tsx').then(({ VoteForm }) => VoteForm);
const loadStandIn = () => import('./stand-in.tsx').then(({ StandIn }) => StandIn);
// What is asked is read first; what one does about it comes right behind it.
preload(loadVote);
preload(loadStandIn);

/** What waits for somebody's decision, and who decides in their place while they are away. */
export default function PortalApprovalsPage() {
  const { data, error, refetch } = useGet('GET /portal/approvals', {}, { refetchInterval: 60_000 });
  return (
    <>
      <Title of={t('approvals.title')} />
      <div className="f-portal-head">
        <h1>{t('approvals.title')}</h1>
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data?.items.length === 0 && <EmptyState title={t('approvals.none')}>{t('approvals.noneHelp')}</EmptyState>}
      {data && data.items.length > 0 && (
        <ul className="f-portal-tickets" aria-label={t('approvals.waiting')}>
          {data.items.map((vote) => (
            <li key={vote.id}>
              <Asked vote={vote} />
            </li>
          ))}
        </ul>
      )}
      <Part load={loadStandIn} waiting={null}>
        {(StandIn) => <StandIn />}
      </Part>
    </>
  );
}

function Asked({ vote }: { vote: OpenVote }) {
  const cast = useDo('POST /portal/approvals/votes/{voteId}', {
    failed: false,
    refresh: ['GET /portal/approvals'],
    onDone: (_, { body }) => {
      toast.done(
        t(body.vote === 'approve' ? 'approvals.youApproved' : 'approvals.youRejected', { title: vote.subject.title }),
      );
    },
  });
  return (
    <article className="f-quote" aria-label={vote.subject.title}>
      <h2>
        <bdi>{vote.subject.title}</bdi> <span className="f-dim">{vote.subject.ticketKey}</span>
      </h2>
      <AskedFor vote={vote} />
      <Part load={loadVote} waiting={<SkeletonLines lines={2} />}>
        {(VoteForm) => (
          <VoteForm
            busy={cast.isPending}
            fault={faultOf(cast.error, 'comment')}
            onVote={(body) => cast.mutate({ params: { voteId: vote.id }, body })}
          />
        )}
      </Part>
    </article>
  );
}
