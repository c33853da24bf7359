import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProblemView } from '#shared/problem.ts';
import type { ProblemStep } from '#shared/problem-words.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Keys } from '#web/ui/keys/keys.tsx';
import { ask } from '../../actions/index.ts';
import { RaiseDialog } from '../../changes/raise.tsx';
import { useCan } from '../../session/me.ts';
import { openTab } from '../tabs.ts';
import { mendOf } from './mend.ts';
import { NatureForm } from './nature.tsx';
import { PublishForm } from './publish-form.tsx';
import { ReviewForm } from './review.tsx';
import { TellForm } from './tell-form.tsx';
import { isOpenIncident } from './touched.ts';
import './problem.css';

const NAMES: Readonly<Record<Exclude<ProblemStep, 'follow'>, string>> = {
  write: 'Write what is known',
  publish: 'Publish the known error',
  raise: 'Raise a change',
  resolve: 'Resolve',
  tell: 'Tell and resolve the incidents',
  review: 'Review',
};

/** The button for what is to be done next about a problem; and resolving it at once, where that is something else. */
export function NextOfProblem({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const { data } = useGet('GET /problems/{idOrKey}', { params: { idOrKey: ticket.id } });
  const resolve = can('ticket.transition') && ticket.transitions.find(({ category }) => category === 'resolved');
  return (
    <>
      {resolve && data?.next?.what !== 'resolve' && (
        <Button
          className="f-problem-beside"
          size="compact-sm"
          variant="default"
          onClick={() => ask('resolve', [ticket])}
          rightSection={<Keys combo="e" />}
        >
          {resolve.label}
        </Button>
      )}
      {data?.next && <Next ticket={ticket} problem={data} next={data.next} />}
    </>
  );
}

type Props = { ticket: TicketView; problem: ProblemView; next: NonNullable<ProblemView['next']> };

function Next({ ticket, problem, next }: Props) {
  const can = useCan();
  const [asked, setAsked] = useState<ProblemStep | null>(null);
  const close = () => setAsked(null);
  if (next.what === 'follow')
    return (
      <Button component={Link} to={`/tickets/${next.change}`} size="compact-sm" variant="default" title={next.why}>
        Go to {next.change}
      </Button>
    );
  const may =
    next.what === 'raise'
      ? can('change.manage')
      : next.what === 'resolve'
        ? can('ticket.transition')
        : can('problem.manage') && (next.what !== 'tell' || can('ticket.reply'));
  if (!may) return null;
  const run = () => {
    if (next.what === 'resolve') return ask('resolve', [ticket]);
    if (next.what !== 'raise') openTab('problem');
    setAsked(next.what);
  };
  return (
    <>
      <Button size="compact-sm" title={next.why} onClick={run}>
        {NAMES[next.what]}
      </Button>
      <Dialog
        title={asked ? NAMES[asked as keyof typeof NAMES] : ''}
        opened={asked !== null && asked !== 'raise'}
        onClose={close}
        size={640}
      >
        {asked === 'write' && <NatureForm problem={problem} onClose={close} />}
        {asked === 'publish' && <PublishForm problem={problem} onClose={close} />}
        {asked === 'tell' && (
          <TellForm problem={problem} open={problem.incidents.filter(isOpenIncident)} onClose={close} />
        )}
        {asked === 'review' && <ReviewForm problem={problem} onClose={close} />}
      </Dialog>
      <RaiseDialog given={asked === 'raise' ? mendOf(problem) : null} onClose={close} />
    </>
  );
}
