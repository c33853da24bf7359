import { spellMinutes } from '#kernel/minutes.ts';
import type { ProblemView } from '#shared/problem.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Facts } from '#web/ui/form/section.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { ImprovementsAbout } from '../../improvements/improvements-about.tsx';
import { Analysis } from './analysis.tsx';
import { Changes } from './changes.tsx';
import { Incidents } from './incidents.tsx';
import { KnownErrors } from './known-errors.tsx';
import { Nature } from './nature.tsx';
import { Review } from './review.tsx';
import './problem.css';

/** All of a problem beside its conversation: what it is, why it is, what helps, where it is known, and what it did. */
export function ProblemPanel({ ticket }: { ticket: TicketView }) {
  const { data, error, refetch } = useGet('GET /problems/{idOrKey}', { params: { idOrKey: ticket.id } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={8} />;
  return (
    <div className="f-panel f-problem">
      <Cost problem={data} />
      <Nature problem={data} />
      <Analysis problem={data} />
      <KnownErrors problem={data} />
      <Incidents problem={data} />
      <Changes problem={data} />
      <ImprovementsAbout kind="ticket" id={ticket.id} name={ticket.key} clientId={ticket.client.id} />
      <Review problem={data} />
    </div>
  );
}

function Cost({ problem: { cost, knownErrorAt, reviewOn, client, ofProvider } }: { problem: ProblemView }) {
  const { incidents, clients, incidentMinutes, problemMinutes } = cost;
  const many = clients > 1 ? ` at ${clients} clients` : '';
  return (
    <Facts
      facts={[
        ['Of', ofProvider ? 'the provider itself, so that it may be behind incidents of several clients' : client.name],
        ['Behind', `${incidents === 1 ? '1 incident' : `${incidents} incidents`}${many}`],
        [
          'Worked',
          incidentMinutes + problemMinutes > 0 &&
            `${spellMinutes(incidentMinutes)} on incidents, ${spellMinutes(problemMinutes)} on the problem`,
        ],
        ['Known error since', knownErrorAt && <TimeAgo key="known" at={knownErrorAt} />],
        ['Review on', reviewOn && dayWords(reviewOn)],
      ]}
    />
  );
}
