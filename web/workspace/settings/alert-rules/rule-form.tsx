import { Button } from '@mantine/core';
import { useState } from 'react';
import { ALERT_VARIABLES } from '#kernel/alert/variables.ts';
import type { AlertRuleView, AlertSimulation } from '#shared/alert.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, NumberField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients, useTeams } from '../../desk/names.ts';
import { send } from '../../session/send.ts';
import { ConditionHelp } from '../rules/condition-help.tsx';
import { Simulated } from './simulated.tsx';
import { NEW, type RuleValues, termsOf, valuesOf } from './values.ts';
import { DOES_CHOICES, LEVEL_CHOICES, PRIORITY_CHOICES } from './words.ts';
import '../library/library.css';

const LABELS = {
  name: 'Name',
  clientId: 'Client',
  groupId: 'Group of clients',
  position: 'Place in the order',
  condition: 'Only when',
  does: 'What becomes of it',
  kind: 'Kind of ticket',
  teamId: 'Team',
  impact: 'Impact',
  urgency: 'Urgency',
  priority: 'Priority',
} as const;
const KIND_CHOICES = ['incident', 'request', 'problem', 'change', 'task'].map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
}));
const EXAMPLES = [
  ['alert.severity == 5', 'Mere information'],
  ['alert.condition.startsWith("backup") && alert.connector == "Watcher"', 'A condition of one system'],
  ['item.class in ["workstation", "laptop"]', 'What people sit at'],
  ['!client.known', 'What nobody knows whose it is'],
] as const;

/** A rule: for whom, when, and what becomes of the alert; tried on what was heard before it is kept. */
export function RuleForm({ rule, onClose }: { rule: AlertRuleView | null; onClose(): void }) {
  const [simulated, setSimulated] = useState<AlertSimulation | null>(null);
  const groups = useGet('GET /client-groups', {}).data?.items ?? [];
  const [clients, teams] = [useClients(), useTeams()];
  const form = useForm<RuleValues>({
    values: rule ? valuesOf(rule) : NEW,
    version: rule?.version ?? 0,
    rules: { name: needed('a name such as Backup noise') },
    draft: `alert-rule.${rule?.id ?? 'new'}`,
    rename: (path) => path.replace(/^terms\.(outcome\.)?/, ''),
    save: ({ values, version }) => {
      const position = values.position === null ? {} : { position: values.position };
      const body = { name: values.name, ...position, terms: termsOf(values) };
      return rule
        ? send('PATCH /alert-rules/{id}', { params: { id: rule.id }, body: { version, ...body } }, ['GET /alert-rules'])
        : send('POST /alert-rules', { body: { ...body, clientId: values.clientId, groupId: values.groupId } }, [
            'GET /alert-rules',
          ]);
    },
    latest: async () => {
      const { items } = await call('GET /alert-rules', {});
      const stored = items.find(({ id }) => id === rule?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  const tryOut = () =>
    form.attempt(async (values) => {
      const { name, clientId, groupId, position } = values;
      const place = rule ? { id: rule.id } : { clientId, groupId };
      const at = position === null ? {} : { position };
      setSimulated(
        await call('POST /alert-rules/simulate', { body: { ...place, ...at, name, terms: termsOf(values) } }),
      );
    });
  const isTicket = form.values.does === 'ticket';
  return (
    <FormShell form={form} submit="Keep as a draft" onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      {!rule && form.values.groupId === null && (
        <PickField
          form={form}
          name="clientId"
          label={LABELS.clientId}
          placeholder="All clients"
          clearable
          searchable
          limit={200}
          data={named(clients)}
        />
      )}
      {!rule && form.values.clientId === null && groups.length > 0 && (
        <PickField
          form={form}
          name="groupId"
          label={LABELS.groupId}
          placeholder="No group"
          clearable
          searchable
          data={named(groups)}
        />
      )}
      <div>
        <AreaField
          form={form}
          name="condition"
          label={LABELS.condition}
          description="A condition over the alert, what it is on, and its client; empty: always"
          className="f-code-field"
          spellCheck={false}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={2_000}
        />
        <ConditionHelp examples={EXAMPLES} variables={ALERT_VARIABLES} />
      </div>
      <PickField form={form} name="does" label={LABELS.does} data={DOES_CHOICES} allowDeselect={false} />
      {isTicket && (
        <>
          <PickField form={form} name="kind" label={LABELS.kind} placeholder="Incident" clearable data={KIND_CHOICES} />
          <PickField
            form={form}
            name="teamId"
            label={LABELS.teamId}
            placeholder="As the desk chooses"
            clearable
            searchable
            data={named(teams)}
          />
          <PickField
            form={form}
            name="impact"
            label={LABELS.impact}
            placeholder="From severity, item and service"
            clearable
            data={LEVEL_CHOICES}
          />
          <PickField
            form={form}
            name="urgency"
            label={LABELS.urgency}
            placeholder="From severity and client"
            clearable
            data={LEVEL_CHOICES}
          />
          <PickField
            form={form}
            name="priority"
            label={LABELS.priority}
            placeholder="From impact and urgency"
            clearable
            data={PRIORITY_CHOICES}
          />
        </>
      )}
      <NumberField
        form={form}
        name="position"
        label={LABELS.position}
        description="Lower ones are asked first; empty: last"
        min={0}
        max={10_000}
      />
      <Button variant="default" onClick={() => void tryOut()} loading={form.attempting} disabled={form.busy}>
        Try it on the last 30 days
      </Button>
      {simulated && <Simulated result={simulated} />}
    </FormShell>
  );
}
