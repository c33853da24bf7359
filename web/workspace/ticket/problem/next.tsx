import { useState } from 'react';
import type { ProblemView } from '#shared/problem.ts';
import type { ProblemStep } from '#shared/problem-words.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { ask } from '../../actions/index.ts';
import { RaiseDialog } from '../../changes/raise.tsx';
import { useCan } from '../../session/me.ts';
import { type NextAction, NextButtons } from '../next/next-buttons.tsx';
import { openTab } from '../tabs.ts';
import { mendOf } from './mend.ts';
import { NatureForm } from './nature.tsx';
import { PublishForm } from './publish-form.tsx';
import { ReviewForm } from './review.tsx';
import { TellOfProblem } from './tell-of-problem.tsx';
import './problem.css';

const NAMES: Readonly<Record<Exclude<ProblemStep, 'follow'>, string>> = {
  write: 'Write what is known',
  publish: 'Publish the known error',
  raise: 'Raise a change',
  resolve: 'Resolve',
  tell: 'Tell and resolve the incidents',
  review: 'Review',
};

/** The button for what is to be done next about a problem. */
export function NextOfProblem({ ticket }: { ticket: TicketView }) {
  const { data } = useGet('GET /problems/{idOrKey}', { params: { idOrKey: ticket.id } });
  if (!data?.next) return <NextButtons ticket={ticket} next={null} resolves={false} />;
  return <Next ticket={ticket} problem={data} next={data.next} />;
}

type Props = { ticket: TicketView; problem: ProblemView; next: NonNullable<ProblemView['next']> };

function Next({ ticket, problem, next }: Props) {
  const can = useCan();
  const [asked, setAsked] = useState<ProblemStep | null>(null);
  const close = () => setAsked(null);
  const may =
    next.what === 'raise'
      ? can('change.manage')
      : next.what === 'resolve'
        ? can('ticket.transition')
        : can('problem.manage') && (next.what !== 'tell' || can('ticket.reply'));
  const action = (): NextAction | null => {
    const { what, why } = next;
    if (what === 'follow') return { label: `Go to ${next.change}`, why, quiet: true, to: `/tickets/${next.change}` };
    if (!may) return null;
    const run = () => {
      if (what === 'resolve') return ask('resolve', [ticket]);
      if (what !== 'raise') openTab('problem');
      setAsked(what);
    };
    return { label: NAMES[what], why, run };
  };
  return (
    <>
      <NextButtons ticket={ticket} next={action()} resolves={next.what === 'resolve'} />
      <Dialog
        title={asked ? NAMES[asked as keyof typeof NAMES] : ''}
        opened={asked !== null && asked !== 'raise'}
        onClose={close}
        size={640}
      >
        {asked === 'write' && <NatureForm problem={problem} onClose={close} />}
        {asked === 'publish' && <PublishForm problem={problem} onClose={close} />}
        {asked === 'tell' && <TellOfProblem problem={problem} onClose={close} />}
        {asked === 'review' && <ReviewForm problem={problem} onClose={close} />}
      </Dialog>
      <RaiseDialog given={asked === 'raise' ? mendOf(problem) : null} onClose={close} />
    </>
  );
}
