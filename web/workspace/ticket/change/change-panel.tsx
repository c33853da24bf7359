import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChangeView } from '#shared/change.ts';
import { OUTCOME_NAMES } from '#shared/change-words.ts';
import { formatMoney } from '#shared/money-words.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { Approvals } from '#web/ui/approvals/approvals.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts } from '#web/ui/form/section.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets } from '../../actions/index.ts';
import { ImprovementsAbout } from '../../improvements/improvements-about.tsx';
import { useCan } from '../../session/me.ts';
import { StaffVote } from '../request/staff-vote.tsx';
import { ChangeTasks } from './change-tasks.tsx';
import { Parts } from './parts.tsx';
import { PlanForm } from './plan-form.tsx';
import { Plans } from './plans.tsx';
import { Review } from './review.tsx';
import { Risk } from './risk.tsx';
import { useShown } from './shown.ts';
import { TasksForm } from './tasks-form.tsx';
import { TOUCHED } from './touched.ts';
import { Touches } from './touches.tsx';
import { Window } from './window.tsx';
import { isPlanned, mayWrite } from './words.ts';
import '../request/request.css';
import './change.css';

/** What a ticket changes: window, plans, what it touches, its risk, who decides, its tasks and what came of it. */
export function ChangePanel({ ticket }: { ticket: TicketView }) {
  const { data, error, refetch } = useGet('GET /changes/{idOrKey}', { params: { idOrKey: ticket.id } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={8} />;
  return <Panel ticket={ticket} change={data} />;
}

function Panel({ ticket, change }: { ticket: TicketView; change: ChangeView }) {
  const can = useCan();
  const [writing, setWriting] = useState<'plan' | 'tasks' | null>(null);
  const close = () => setWriting(null);
  const may = can('change.manage') && mayWrite(change);
  return (
    <div className="f-panel f-request f-change">
      <header className="f-request-head">
        <h2>
          <bdi>{change.model.name}</bdi>
        </h2>
        {may && (
          <Button size="compact-sm" variant="default" onClick={() => setWriting('plan')}>
            {change.type === 'standard' ? 'Set the window' : 'Write the plan'}
          </Button>
        )}
      </header>
      <Missing change={change} />
      <Facts
        facts={[
          ['Reason', change.reason && <bdi key="reason">{change.reason}</bdi>],
          [
            'Problem',
            change.problem && (
              <Link key="problem" to="/tickets/$key" params={{ key: change.problem.key }}>
                {change.problem.key} <bdi>{change.problem.title}</bdi>
              </Link>
            ),
          ],
          ['Outage', change.outage && 'People are without it meanwhile'],
          ['Cost', change.cost && formatMoney(change.cost)],
          ['Authorised', change.authorisedAt && <Authorised key="authorised" change={change} />],
          ['Afterwards', change.afterwards],
          ['Outcome', change.outcome && OUTCOME_NAMES[change.outcome]],
        ]}
      />
      <Window change={change} />
      <Risk change={change} />
      <Touches change={change} />
      <Parts change={change} />
      <Plans change={change} />
      <Approval ticket={ticket} change={change} />
      <ChangeTasks ticket={ticket} change={change}>
        {can('change.manage') && isPlanned(change) && change.type !== 'standard' && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setWriting('tasks')}>
            Plan the tasks
          </Button>
        )}
      </ChangeTasks>
      <Review ticket={ticket} change={change} />
      <ImprovementsAbout kind="ticket" id={ticket.id} name={ticket.key} clientId={ticket.client.id} />
      <p className="f-plain">
        <Link to="/tickets/$key/evidence" params={{ key: change.key }}>
          Everything about this change, to print or keep
        </Link>
      </p>
      <Dialog title={`${change.key}: the plan`} opened={writing === 'plan'} onClose={close} size={760}>
        {writing === 'plan' && <PlanForm change={change} onClose={close} />}
      </Dialog>
      <Dialog title={`${change.key}: the tasks`} opened={writing === 'tasks'} onClose={close} size={760}>
        {writing === 'tasks' && <TasksForm change={change} onClose={close} />}
      </Dialog>
    </div>
  );
}

function Authorised({ change }: { change: ChangeView }) {
  return (
    <>
      <TimeAgo at={change.authorisedAt ?? ''} long />, <bdi>{change.authorisedWhy}</bdi>
    </>
  );
}

/** What its next steps still ask for; nothing once it is being carried out. */
function Missing({ change }: { change: ChangeView }) {
  const early = ['plans_written', 'risk_assessed', 'window_set', 'template_in_force'];
  const shown = isPlanned(change) ? change.missing.filter(({ guard }) => early.includes(guard)) : [];
  if (shown.length === 0) return null;
  return (
    <ul className="f-change-missing" aria-label="Still missing">
      {shown.map(({ guard, message }) => (
        <li key={guard}>{message}</li>
      ))}
    </ul>
  );
}

function Approval({ ticket, change }: { ticket: TicketView; change: ChangeView }) {
  const may = useCan()('change.manage');
  const shown = useShown('approval');
  const again = useDo('POST /changes/{idOrKey}/approval', {
    failed: 'Not asked',
    refresh: TOUCHED,
    onDone: refreshTickets,
  });
  const [last] = change.approvals;
  const waits = ['authorise', 'expedite', 'retrospective'].includes(change.status);
  const asked = [last, ...change.parts.map(({ approval }) => approval)].filter((one) => one?.state === 'pending');
  const isStuck = asked.some((one) => one?.steps.some(({ stuck }) => stuck));
  const nobody =
    waits &&
    asked.length === 0 &&
    change.consent === null &&
    (change.status === 'retrospective' || change.authorisedAt === null);
  return (
    <section aria-label="Approval" {...shown}>
      <header className="f-request-head">
        <h2>Approval</h2>
        {may && waits && (isStuck || nobody) && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={again.isPending}
            onClick={() => again.mutate({ params: { idOrKey: ticket.id } })}
          >
            Ask again
          </Button>
        )}
      </header>
      {change.approvals.length === 0 ? (
        <p className="f-dim f-plain">
          {change.type === 'standard' ? 'Its template is approved once for all.' : 'Nobody has been asked yet.'}
        </p>
      ) : (
        <Approvals approvals={change.approvals} vote={(voter) => <StaffVote voteId={voter.id} />} />
      )}
    </section>
  );
}
