import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MilestoneView, ProjectView } from '#shared/project.ts';
import { useDo } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { money, shortDay } from '../billing/money.ts';
import { useCan } from '../session/me.ts';
import { MilestoneForm } from './milestone-form.tsx';
import { PROJECT_TOUCHED } from './touched.ts';

type Props = { project: ProjectView; may: boolean };

/** The milestones of a project: when, what each charges, and whether it is reached. */
export function Milestones({ project, may }: Props) {
  const [open, setOpen] = useState<MilestoneView | 'new' | null>(null);
  const { milestones, budgetAmount, currency } = project;
  const sum = milestones.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const add = may && <Button onClick={() => setOpen('new')}>Add a milestone</Button>;
  const differs = project.charged === 'fixed' && budgetAmount !== null && sum !== budgetAmount;
  return (
    <Section
      title="Milestones"
      help={
        differs
          ? `Together they charge ${money(sum, currency)}, and the price is ${money(budgetAmount, currency)}.`
          : 'One that costs something charges the client once it is reached; the next run bills it.'
      }
      actions={add}
    >
      {milestones.length === 0 && (
        <EmptyState title="No milestones yet">A milestone is a day on which something is reached.</EmptyState>
      )}
      <ul className="f-project-tasks">
        {milestones.map((one) => (
          <Milestone key={one.id} project={project} milestone={one} may={may} onEdit={() => setOpen(one)} />
        ))}
      </ul>
      <Dialog
        title={open === 'new' ? 'Add a milestone' : 'Milestone'}
        opened={open !== null}
        onClose={() => setOpen(null)}
      >
        <MilestoneForm project={project} milestone={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      </Dialog>
    </Section>
  );
}

type OneProps = Props & { milestone: MilestoneView; onEdit(): void };

function Milestone({ project, milestone, may, onEdit }: OneProps) {
  const can = useCan();
  const { id: milestoneId, version, reachedOn, charge, amount } = milestone;
  const params = { id: project.id, milestoneId };
  const reach = useDo('POST /projects/{id}/milestones/{milestoneId}/reach', {
    failed: 'Not reached',
    refresh: PROJECT_TOUCHED,
  });
  const back = useDo('POST /projects/{id}/milestones/{milestoneId}/unreach', {
    failed: 'Not taken back',
    refresh: PROJECT_TOUCHED,
  });
  const remove = useDo('DELETE /projects/{id}/milestones/{milestoneId}', {
    failed: 'Not removed',
    refresh: PROJECT_TOUCHED,
  });
  const onReach = async () => {
    const sure =
      amount === null ||
      (await confirm({
        title: `Is “${milestone.name}” reached?`,
        body: `${money(amount, project.currency)} is charged to the client, and billed by the next run.`,
        action: 'It is reached',
      }));
    if (sure) reach.mutate({ params, body: { version } });
  };
  const begun = project.state !== 'draft' && project.state !== 'cancelled';
  return (
    <li>
      <div className="f-project-task">
        <bdi>{milestone.name}</bdi>
        <div className="f-project-facts f-dim">
          <span>{milestone.due === null ? 'no day yet' : shortDay(milestone.due)}</span>
          {amount !== null && <span>{money(amount, project.currency)}</span>}
          <span>{standing(milestone)}</span>
          {charge?.invoice && (
            <Link to="/billing/invoices/$id" params={{ id: charge.invoice.id }}>
              Invoice {charge.invoice.number}
            </Link>
          )}
          {!milestone.shown && <span>The client does not see it</span>}
        </div>
      </div>
      <div className="f-project-buttons">
        {can('project.manage') && begun && reachedOn === null && (
          <Button size="compact-sm" loading={reach.isPending} onClick={() => void onReach()}>
            Reached<span className="f-hidden">: {milestone.name}</span>
          </Button>
        )}
        {can('project.manage') && begun && reachedOn !== null && !charge?.invoice && (
          <Button
            size="compact-sm"
            variant="default"
            loading={back.isPending}
            onClick={() => back.mutate({ params, body: { version } })}
          >
            Take back<span className="f-hidden">: {milestone.name}</span>
          </Button>
        )}
        {may && (
          <Button size="compact-sm" variant="default" onClick={onEdit}>
            Edit<span className="f-hidden"> {milestone.name}</span>
          </Button>
        )}
        {may && reachedOn === null && (
          <Button
            size="compact-sm"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params })}
          >
            Remove<span className="f-hidden"> {milestone.name}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

function standing({ reachedOn, reachedBy, charge, amount }: MilestoneView): string {
  if (reachedOn === null) return 'not reached yet';
  const who = `reached on ${shortDay(reachedOn)}${reachedBy ? `, said ${reachedBy}` : ''}`;
  if (charge?.invoice) return `${who}; billed`;
  if (charge) return `${who}; charged by the next run`;
  return amount === null ? who : `${who}; its charge was taken away`;
}
