import { Link, useParams } from '@tanstack/react-router';
import type { MajorView } from '#shared/major.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../session/me.ts';
import { EventLine } from '../ticket/event-fold.tsx';
import { Linked } from './linked.tsx';
import { Lacking, Moves } from './moves.tsx';
import { Parts } from './parts.tsx';
import { ReviewPart } from './review.tsx';
import { StateBadge } from './state.tsx';
import { Telling } from './telling.tsx';
import './major.css';
import '../ticket/ticket.css';

/** A major incident led from one page: who has which part, what clients were told, its tickets, and everything as it happened. */
export default function CommandPage() {
  const { key } = useParams({ from: '/workspace/major-incidents/$key' });
  const { data, error, refetch } = useGet(
    'GET /major-incidents/{idOrKey}',
    { params: { idOrKey: key } },
    { refetchInterval: 15_000 },
  );
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data) return <Command major={data} />;
  return (
    <>
      <PageHead title="Major incident" />
      <PageBody aside={<SkeletonLines lines={8} />}>
        <SkeletonLines lines={12} />
      </PageBody>
    </>
  );
}

function Command({ major }: { major: MajorView }) {
  const may = useCan()('major.manage');
  const { state, key, title } = major;
  const looksBack = state === 'restored' || state === 'review' || state === 'completed';
  return (
    <>
      <PageHead title={title} actions={may && <Moves major={major} />}>
        <StateBadge state={state} />
      </PageHead>
      <PageBody aside={<About major={major} />}>
        <p className="f-plain">
          <Link to="/major-incidents">All major incidents</Link>
          {' · '}
          <Link to="/tickets/$key" params={{ key }}>
            {key}, its ticket
          </Link>
          {' · '}
          <a href={`/api/v1/major-incidents/${key}/report`} download>
            Report as PDF
          </a>
        </p>
        {may && <Lacking moves={major.moves} />}
        {looksBack && <ReviewPart major={major} may={may} />}
        <Telling major={major} may={may} />
        <Linked major={major} />
        <Course major={major} />
      </PageBody>
    </>
  );
}

function About({ major }: { major: MajorView }) {
  const { reason, criteria, proposedBy, proposedAt, decidedBy, declaredAt, stabilisedAt, restoredAt, priority } = major;
  return (
    <>
      <Parts major={major} />
      <Section title="About it">
        <Facts
          facts={[
            ['Client', <bdi key="client">{major.client.name}</bdi>],
            ['Priority', <PriorityMark key="priority" priority={priority} named />],
            ['Why it is one', <bdi key="why">{reason}</bdi>],
            [
              'What holds of it',
              criteria.length > 0 && (
                <ul key="criteria" className="f-major-criteria">
                  {criteria.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              ),
            ],
            [
              'Proposed',
              <span key="proposed">
                <TimeAgo at={proposedAt} long /> by <bdi>{proposedBy}</bdi>
              </span>,
            ],
            [
              'Declared',
              declaredAt && (
                <span key="declared">
                  <TimeAgo at={declaredAt} long />
                  {decidedBy && (
                    <>
                      {' by '}
                      <bdi>{decidedBy}</bdi>
                    </>
                  )}
                </span>
              ),
            ],
            ['Stabilised', stabilisedAt && <TimeAgo key="stabilised" at={stabilisedAt} long />],
            ['Restored', restoredAt && <TimeAgo key="restored" at={restoredAt} long />],
            ['Completed', major.completedAt && <TimeAgo key="completed" at={major.completedAt} long />],
            ['Declined', major.declinedAt && <TimeAgo key="declined" at={major.declinedAt} long />],
          ]}
        />
      </Section>
    </>
  );
}

/** Everything that happened to it, the newest first. */
function Course({ major }: { major: MajorView }) {
  const { data, error, refetch } = useGet(
    'GET /tickets/{idOrKey}/timeline',
    { params: { idOrKey: major.key } },
    { refetchInterval: 15_000 },
  );
  return (
    <Section title="As it happened">
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data && (
        <ul className="f-events" aria-label="As it happened, the newest first">
          {[...data.items].reverse().map((entry) => (
            <EventLine key={entry.id} entry={entry} ticket={major} />
          ))}
        </ul>
      )}
    </Section>
  );
}
