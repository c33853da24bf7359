import type { WorkTypeView } from '#shared/time.ts';
import { call } from '#web/api/client.ts';
import { NumberField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';

type Values = { name: string; billable: boolean; position: number | null; active: boolean };
const NEW: Values = { name: '', billable: true, position: 100, active: true };
const LABELS = { name: 'Name', billable: 'Billable', position: 'Place in the list', active: 'In use' } as const;
const TOUCHED = ['GET /work-types'] as const;

const valuesOf = ({ name, billable, position, active }: WorkTypeView): Values => ({ name, billable, position, active });

/** A kind of work: its name, and whether it is billable. One that is out of use stays with what was recorded. */
export function WorkTypeForm({ type, onClose }: { type: WorkTypeView | null; onClose(): void }) {
  const form = useForm<Values>({
    values: type ? valuesOf(type) : NEW,
    version: type?.version ?? 0,
    rules: { name: needed('a name such as Remote') },
    draft: `work-type.${type?.id ?? 'new'}`,
    save: ({ values, changed, version }) => {
      const { position, ...plain } = type ? changed : values;
      const place = position === null || position === undefined ? {} : { position };
      if (type)
        return send(
          'PATCH /work-types/{id}',
          { params: { id: type.id }, body: { version, ...plain, ...place } },
          TOUCHED,
        );
      const { name, billable } = values;
      return send('POST /work-types', { body: { name, billable, ...place } }, TOUCHED);
    },
    latest: async () => {
      const stored = (await call('GET /work-types', {})).items.find(({ id }) => id === type?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={type ? 'Save' : 'Create kind of work'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <SwitchField form={form} name="billable" label={LABELS.billable} />
      <NumberField
        form={form}
        name="position"
        label={LABELS.position}
        description="Lower stands first"
        min={0}
        max={1000}
        allowDecimal={false}
      />
      {type && <SwitchField form={form} name="active" label={LABELS.active} />}
    </FormShell>
  );
}
