import type { MilestoneView, ProjectView } from '#shared/project.ts';
import { SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { amount } from '../billing/rules.ts';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';
import { minorOf, textOfMinor } from './amounts.ts';
import { PROJECT_TOUCHED } from './touched.ts';

type Values = { name: string; due: string; amount: string; shown: boolean };
const LABELS = { name: 'Name', due: 'Day', amount: 'What it charges', shown: 'The client sees it' } as const;

/** A milestone: what is reached, when, and what that charges. */
export function MilestoneForm({
  project,
  milestone,
  onClose,
}: {
  project: ProjectView;
  milestone: MilestoneView | null;
  onClose(): void;
}) {
  const money = useCan()('contract.read');
  const form = useForm<Values>({
    values: {
      ...{ name: milestone?.name ?? '', due: milestone?.due ?? '', shown: milestone?.shown ?? true },
      amount: textOfMinor(milestone?.amount ?? null, project.currency),
    },
    version: milestone?.version ?? 0,
    rules: { name: needed('a name such as Go-live'), amount },
    save: ({ values, version }) => {
      const { name, shown } = values;
      const paid = money && milestone?.reachedOn == null ? { amount: minorOf(values.amount, project.currency) } : {};
      const fields = { name, shown, due: values.due || null, ...paid };
      return milestone
        ? send(
            'PATCH /projects/{id}/milestones/{milestoneId}',
            { params: { id: project.id, milestoneId: milestone.id }, body: { version, ...fields } },
            PROJECT_TOUCHED,
          )
        : send('POST /projects/{id}/milestones', { params: { id: project.id }, body: fields }, PROJECT_TOUCHED);
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={milestone ? 'Save' : 'Add it'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required />
      <div className="f-billing-bar">
        <TextField form={form} name="due" type="date" label={LABELS.due} />
        {money && (
          <TextField
            form={form}
            name="amount"
            label={LABELS.amount}
            description={`${project.currency}, before tax; empty: nothing`}
            disabled={milestone?.reachedOn != null}
            inputMode="decimal"
          />
        )}
      </div>
      <SwitchField form={form} name="shown" label={LABELS.shown} />
    </FormShell>
  );
}
