import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApprovalTerms } from '#kernel/approval.ts';
import { CHANGE_VARIABLES } from '#kernel/change/variables.ts';
import type { ChangeRuleTerms, ChangeRuleView, ChangeSimulation } from '#shared/change-rule.ts';
import { call } from '#web/api/client.ts';
import { AreaField, NumberField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { ApprovalFields } from '../catalogue/approval-fields.tsx';
import { ConditionHelp } from '../rules/condition-help.tsx';
import { Simulated } from './simulated.tsx';
import { STAGES } from './words.ts';
import '../library/library.css';

type Values = {
  name: string;
  position: number | null;
  stage: string | null;
  condition: string;
  /** Null: nobody has to be asked. */
  approval: ApprovalTerms | null;
};

const LABELS = {
  name: 'Name',
  position: 'Place in the order',
  stage: 'When',
  condition: 'Only when',
  approval: 'Who approves',
} as const;
const STAGE_CHOICES = Object.entries(STAGES).map(([value, label]) => ({ value, label }));
const EXAMPLES = [
  ['change.risk == 1', 'Low risk'],
  ['change.risk >= 3 || change.importance == "high"', 'High risk, or an important service'],
  ['client.code == "ACME" && change.outage', 'One client’s, when people are without it'],
  ['change.cost > 1000.0', 'Above a cost, where one is known'],
] as const;

const NEW: Values = { name: '', position: null, stage: 'before', condition: '', approval: null };

function valuesOf({ name, position, draft, terms }: ChangeRuleView): Values {
  const said = draft ?? terms;
  if (!said) return { ...NEW, name, position };
  const approval = said.outcome.does === 'ask' ? (said.outcome.approval as ApprovalTerms) : null;
  return { name, position, stage: said.stage, condition: said.condition, approval };
}

const termsOf = ({ stage, condition, approval }: Values): ChangeRuleTerms => ({
  condition: condition.trim(),
  stage: (stage ?? 'before') as ChangeRuleTerms['stage'],
  outcome: approval ? { does: 'ask', approval: approval as never } : { does: 'authorise' },
});

/** A rule: when, and who is asked; tried on what was before it is kept. */
export function RuleForm({ rule, onClose }: { rule: ChangeRuleView | null; onClose(): void }) {
  const [simulated, setSimulated] = useState<ChangeSimulation | null>(null);
  const form = useForm<Values>({
    values: rule ? valuesOf(rule) : NEW,
    version: rule?.version ?? 0,
    rules: { name: needed('a name such as Low risk') },
    draft: `change-rule.${rule?.id ?? 'new'}`,
    parts: ['approval'],
    rename: (path) => path.replace(/^terms\.(outcome\.)?/, '').replace(/^does$/, 'stage'),
    save: ({ values, version }) => {
      const position = values.position === null ? {} : { position: values.position };
      const body = { name: values.name, ...position, terms: termsOf(values) };
      return rule
        ? send('PATCH /change-rules/{id}', { params: { id: rule.id }, body: { version, ...body } }, [
            'GET /change-rules',
          ])
        : send('POST /change-rules', { body }, ['GET /change-rules']);
    },
    latest: async () => {
      const { items } = await call('GET /change-rules', {});
      const stored = items.find(({ id }) => id === rule?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  const tryOut = () =>
    form.attempt(async (values) => {
      const at = values.position === null ? {} : { position: values.position };
      const which = rule ? { id: rule.id } : {};
      setSimulated(await call('POST /change-rules/simulate', { body: { ...which, ...at, terms: termsOf(values) } }));
    });
  const faults = Object.entries(form.errors).filter(([path]) => path.startsWith('approval.'));
  return (
    <FormShell
      form={form}
      submit="Keep as a draft"
      onCancel={onClose}
      labels={LABELS}
      more={
        <Button variant="default" loading={form.attempting} onClick={() => void tryOut()}>
          Try it on the last year
        </Button>
      }
    >
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <PickField form={form} name="stage" label={LABELS.stage} data={STAGE_CHOICES} />
      <div>
        <AreaField
          form={form}
          name="condition"
          label={LABELS.condition}
          description="A condition over the change and its client; empty: always"
          className="f-code-field"
          spellCheck={false}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={2_000}
        />
        <ConditionHelp examples={EXAMPLES} variables={CHANGE_VARIABLES} />
      </div>
      <ApprovalFields
        approval={form.values.approval}
        currency="USD"
        authority
        onChange={(approval) => form.set('approval', approval)}
      />
      {faults.length > 0 && (
        <ul role="alert">
          {faults.map(([path, message]) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
      <NumberField form={form} name="position" label={LABELS.position} min={0} max={10_000} />
      {simulated && <Simulated result={simulated} />}
    </FormShell>
  );
}
