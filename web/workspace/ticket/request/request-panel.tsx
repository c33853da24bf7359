import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoney } from '#shared/money-words.ts';
import type { RequestView } from '#shared/request.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { answerWords, dayWords } from '#web/ui/answers/day-words.ts';
import { Approvals } from '#web/ui/approvals/approvals.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Why } from '#web/ui/feedback/why.tsx';
import { Facts } from '#web/ui/form/section.tsx';
import { refreshTickets } from '../../actions/index.ts';
import { useCan } from '../../session/me.ts';
import { AnswersEditor } from './answers-editor.tsx';
import { AskElse } from './ask-else.tsx';
import { isOpen } from './is-open.ts';
import { RequestTasks } from './request-tasks.tsx';
import { StaffVote } from './staff-vote.tsx';
import './request.css';

type Asked = RequestView['approvals'][number]['steps'][number]['voters'][number];
const TOUCHED = ['GET /tickets/{idOrKey}/request', 'GET /approvals/mine'] as const;

/** What a request asks for: answers, price and promise with their reasons, who decides, and the tasks of its plan. */
export function RequestPanel({ ticket }: { ticket: TicketView }) {
  const { data, error, refetch } = useGet('GET /tickets/{idOrKey}/request', { params: { idOrKey: ticket.id } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={6} />;
  if (!data.request)
    return (
      <EmptyState title="Not from the catalogue">
        What is ordered from the catalogue shows here what was answered, who approves it, and its tasks.
      </EmptyState>
    );
  return <Panel ticket={ticket} request={data.request} />;
}

function Panel({ ticket, request }: { ticket: TicketView; request: RequestView }) {
  const can = useCan();
  const [editing, setEditing] = useState<number | null>(null);
  const again = useDo('POST /tickets/{idOrKey}/request/approval', {
    failed: 'Not asked',
    refresh: TOUCHED,
    onDone: refreshTickets,
  });
  const [last] = request.approvals;
  const isStuck = last?.state === 'pending' && last.steps.some(({ stuck }) => stuck);
  const hasEnded = last !== undefined && !['pending', 'approved'].includes(last.state);
  const mayAskAgain = (isStuck || hasEnded) && isOpen(ticket);
  const isOff = last?.state === 'rejected' || last?.state === 'expired' || ticket.statusCategory === 'cancelled';
  const because = (sentence: string, about: string) => <Why why={{ sentence }} about={about} />;
  return (
    <div className="f-panel f-request">
      <Facts
        facts={[
          [
            'Price',
            <span key="price">
              {request.price ? formatMoney(request.price) : 'Not said'} {because(request.why.price, 'this price')}
            </span>,
          ],
          [
            'Expected on',
            isOff ? null : (
              <span key="expected">
                {request.expectedOn ? dayWords(request.expectedOn) : 'Not said'}{' '}
                {because(request.why.delivery, 'this day')}
              </span>
            ),
          ],
          [
            'Team',
            <span key="team">
              {ticket.team?.name ?? 'None'} {because(request.why.routing, 'this team')}
            </span>,
          ],
          ['For', request.forWhom && <bdi key="for">{request.forWhom.name}</bdi>],
          ['Reason', request.reason && <bdi key="reason">{request.reason}</bdi>],
        ]}
      />
      {request.parts.map((part) => (
        <section key={part.position} aria-label={part.name}>
          <header className="f-request-head">
            <h2>
              <bdi>{part.name}</bdi> <span className="f-dim">version {part.itemVersion}</span>
            </h2>
            {can('ticket.update') && isOpen(ticket) && part.form.fields.length > 0 && editing !== part.position && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Change the answers of ${part.name}`}
                onClick={() => setEditing(part.position)}
              >
                Change
              </Button>
            )}
          </header>
          {editing === part.position ? (
            <AnswersEditor ticket={ticket} request={request} part={part} onClose={() => setEditing(null)} />
          ) : (
            <Facts facts={part.lines.map(({ label, value }) => [label, <bdi key={label}>{answerWords(value)}</bdi>])} />
          )}
        </section>
      ))}
      <section aria-label="Approval">
        <header className="f-request-head">
          <h2>Approval</h2>
          {mayAskAgain && can('ticket.transition') && (
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
        {request.approvals.length === 0 ? (
          <p className="f-dim f-plain">Nobody is asked: {request.why.approval}.</p>
        ) : (
          <Approvals
            approvals={request.approvals}
            vote={(voter) => <StaffVote voteId={voter.id} />}
            {...(can('catalogue.manage')
              ? { instead: (voter: Asked) => <AskElse ticket={ticket} voteId={voter.id} name={voter.name} /> }
              : {})}
          />
        )}
      </section>
      <RequestTasks ticket={ticket} tasks={request.tasks} />
    </div>
  );
}
