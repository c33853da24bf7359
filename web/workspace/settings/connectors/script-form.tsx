import { TextInput } from '@mantine/core';
import type { ScriptView } from '#shared/script.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { PickField, SwitchField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';

type Values = { approved: boolean; secondPerson: boolean; classKey: string | null; fixed: Record<string, string> };
const LABELS = {
  approved: 'May be run from tickets',
  secondPerson: 'A second person has to agree to each run',
  classKey: 'On',
  fixed: 'Fixed values',
};
const valuesOf = ({ approved, secondPerson, classKey, fixed }: ScriptView): Values => ({
  ...{ approved, secondPerson, classKey, fixed: { ...fixed } },
});

/** Whether a script may be run from tickets, on what, and with which values that nobody can change. */
export function ScriptForm({
  script,
  connectorId,
  onClose,
}: {
  script: ScriptView;
  connectorId: string;
  onClose(): void;
}) {
  const { data: classes } = useGet('GET /item-classes', {});
  const form = useForm<Values>({
    // Whoever opens what is not approved means to approve it.
    values: { ...valuesOf(script), approved: true },
    version: script.version,
    parts: ['fixed'],
    save: ({ values: { approved, secondPerson, classKey, fixed }, version }) =>
      send(
        'PATCH /scripts/{id}',
        {
          params: { id: script.id },
          body: {
            ...{ version, approved, secondPerson },
            ...(classKey ? { classKey } : {}),
            fixed: Object.fromEntries(Object.entries(fixed).filter(([, value]) => value !== '')),
          },
        },
        ['GET /connectors/{id}/scripts', 'GET /items/{id}/scripts'],
      ),
    latest: async () => {
      const { items } = await call('GET /connectors/{id}/scripts', { params: { id: connectorId } });
      const stored = items.find(({ id }) => id === script.id) ?? script;
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={LABELS}>
      {script.description && (
        <p className="f-plain">
          <bdi>{script.description}</bdi>
        </p>
      )}
      <SwitchField form={form} name="approved" label={LABELS.approved} data-autofocus />
      <SwitchField form={form} name="secondPerson" label={LABELS.secondPerson} />
      <PickField
        form={form}
        name="classKey"
        label={LABELS.classKey}
        description="Items of this class and of those below it"
        required
        searchable
        data={(classes?.items ?? [])
          .filter(({ active, key }) => active || key === script.classKey)
          .map(({ key, name }) => ({ value: key, label: name }))}
      />
      {script.parameters.map(({ name, help }) => {
        const error = form.errors[`fixed.${name}`];
        return (
          <TextInput
            key={name}
            label={<bdi>{name}</bdi>}
            description={`${help ? `${help}. ` : ''}Empty: whoever runs it is asked`}
            maxLength={2_000}
            value={form.values.fixed[name] ?? ''}
            {...(error ? { error } : {})}
            onChange={({ currentTarget: { value } }) => form.set('fixed', { ...form.values.fixed, [name]: value })}
          />
        );
      })}
    </FormShell>
  );
}
