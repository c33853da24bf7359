import { ACTOR_KINDS, askCustom, EFFECTS, GUARDS, TICKET_FACTS, TRANSITION_FIELDS } from '#shared/lifecycle-words.ts';
import { ALL_PERMISSIONS, PERMISSIONS } from '#shared/permissions.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import { ManyField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed, someOf } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { capital } from '#web/ui/text/capital.ts';
import { useCustomFields } from '../../desk/custom-values.tsx';
import type { Shape, Step } from './edit.ts';
import { ACTORS, wordsOf } from './words.ts';

type Values = {
  label: string;
  clientLabel: string;
  from: string[];
  to: string | null;
  by: string[];
  permission: string | null;
  requires: string[];
  guards: string[];
  effects: string[];
};
const NEW: Values = {
  label: '',
  clientLabel: '',
  from: [],
  to: null,
  by: ['staff', 'key', 'system'],
  permission: null,
  requires: [],
  guards: [],
  effects: [],
};

const valuesOf = (step: Step): Values => ({
  label: step.label,
  clientLabel: step.clientLabel ?? '',
  from: step.from,
  to: step.to,
  by: step.by,
  permission: step.permission ?? null,
  requires: step.requires,
  guards: step.guards ?? [],
  effects: step.effects ?? [],
});

const stepOf = ({ label, clientLabel, from, to, by, permission, requires, guards, effects }: Values): Step => ({
  label: label.trim(),
  ...(clientLabel.trim() ? { clientLabel: clientLabel.trim() } : {}),
  from,
  to: to ?? '',
  by: by as Step['by'],
  ...(permission ? { permission } : {}),
  requires,
  ...(guards.length > 0 ? { guards } : {}),
  ...(effects.length > 0 ? { effects } : {}),
});

const worded = (words: readonly string[]) => words.map((value) => ({ value, label: capital(wordsOf(value)) }));

type Props = { kind: TicketKind; shape: Shape; step: Step | null; onPut(next: Step): void; onClose(): void };

/** One step of a draft: between which statuses, by whom, what it asks for, and what follows. */
export function StepForm({ kind, shape, step, onPut, onClose }: Props) {
  const form = useForm<Values>({
    values: step ? valuesOf(step) : NEW,
    rules: {
      label: needed('what the button says, such as Start work'),
      from: someOf('at least one status'),
      to: (to) => (to ? null : 'Choose where it leads.'),
      by: someOf('who may take it'),
    },
    save: async ({ values }) => onPut(stepOf(values)),
    onSaved: onClose,
  });
  const own = useCustomFields(kind).map(({ key, label }) => ({ value: askCustom(key), label }));
  const statuses = shape.statuses.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <FormShell form={form} submit={step ? 'Take over' : 'Add step'} onCancel={onClose}>
      <div className="f-form-pair" data-align="end">
        <TextField form={form} name="label" label="Step" description="What the button says" required data-autofocus />
        {form.values.by.includes('contact') && (
          <TextField
            form={form}
            name="clientLabel"
            label="For the client"
            description="What their button says"
            placeholder={form.values.label}
          />
        )}
      </div>
      <ManyField
        form={form}
        name="from"
        label="From"
        required
        data={[{ value: '*', label: 'Any open status' }, ...statuses]}
      />
      <PickField form={form} name="to" label="To" required data={statuses} />
      <ManyField
        form={form}
        name="by"
        label="Who may take it"
        required
        data={ACTOR_KINDS.map((value) => ({ value, label: capital(ACTORS[value]) }))}
      />
      <PickField
        form={form}
        name="permission"
        label="Permission"
        description="Asked of staff and programs besides that of moving tickets"
        placeholder="None"
        clearable
        data={ALL_PERMISSIONS.map((value) => ({ value, label: PERMISSIONS[value] }))}
      />
      <ManyField
        form={form}
        name="requires"
        label="Asks for"
        placeholder="Nothing"
        data={[...worded([...TRANSITION_FIELDS, ...TICKET_FACTS]), ...own]}
      />
      <ManyField form={form} name="guards" label="Only if" placeholder="Always" data={worded(GUARDS)} />
      <ManyField form={form} name="effects" label="And then" placeholder="Nothing more" data={worded(EFFECTS)} />
    </FormShell>
  );
}
