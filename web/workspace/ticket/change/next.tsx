import { useState } from 'react';
import type { ChangeView } from '#shared/change.ts';
import type { ChangeStep, NextOfChange as NextStep } from '#shared/change-words.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { useStep } from '../../actions/index.ts';
import { useCan } from '../../session/me.ts';
import { type NextAction, NextButtons } from '../next/next-buttons.tsx';
import { openTab } from '../tabs.ts';
import { PlanForm } from './plan-form.tsx';
import { ReviewForm } from './review.tsx';
import { type Part, show } from './shown.ts';
import './change.css';

type Written = Extract<ChangeStep, 'plan' | 'review'>;

/** Where a thing that is missing stands on the tab. */
const PLACES: Readonly<Record<Exclude<ChangeStep, Written | 'move' | 'template'>, readonly [label: string, Part]>> = {
  decide: ['See who decides', 'approval'],
  window: ['Find another window', 'window'],
  tasks: ['Finish the tasks', 'tasks'],
};

/** The button for what is to be done next about a change: its next step, or what that still asks for. */
export function NextOfChange({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const step = useStep(ticket);
  const [writing, setWriting] = useState<Written | null>(null);
  const { data: change } = useGet('GET /changes/{idOrKey}', { params: { idOrKey: ticket.id } });
  const next = change?.next ?? null;
  const action = (): NextAction | null => {
    if (!change || !next) return null;
    const { what, why, label, to, held } = next;
    const taken = ticket.transitions.find((one) => one.to === to);
    if (what === 'move')
      return taken && can('ticket.transition')
        ? { label, why, quiet: held, busy: step.isPending, run: () => step.take(taken, held) }
        : null;
    if (what === 'template') return { label: 'See its template', why, to: '/settings/change-models' };
    if (what === 'plan' || what === 'review') {
      if (!can('change.manage')) return null;
      const run = () => {
        openTab('change');
        setWriting(what);
      };
      return { label: titleOf(what, change), why, run };
    }
    const [name, part] = PLACES[what];
    const run = () => {
      openTab('change');
      show(part);
    };
    return { label: name, why, quiet: what === 'decide', run };
  };
  const close = () => setWriting(null);
  return (
    <>
      <NextButtons ticket={ticket} next={action()} resolves={resolves(ticket, next)} />
      <Dialog
        title={change && writing ? `${change.key}: ${titleOf(writing, change).toLowerCase()}` : ''}
        opened={writing !== null}
        onClose={close}
        size={760}
      >
        {change && writing === 'plan' && <PlanForm change={change} onClose={close} />}
        {change && writing === 'review' && <ReviewForm change={change} onSaved={close} />}
      </Dialog>
    </>
  );
}

const titleOf = (what: Written, { type }: ChangeView): string =>
  what === 'review' ? 'Write the review' : type === 'standard' ? 'Set the window' : 'Write the plan';

const resolves = ({ transitions }: TicketView, next: NextStep | null): boolean =>
  next?.what === 'move' && transitions.some(({ to, category }) => to === next.to && category === 'resolved');
