import type { CustomFieldView } from '#shared/classification.ts';
import type { Static } from '#shared/http.ts';
import { FIELD_TYPES, TICKET_KINDS } from '#shared/vocabulary.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { ManyField, NumberField, PickField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { both, needed, shaped, someOf } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { capital } from '#web/ui/text/capital.ts';
import { keyFrom } from '#web/ui/text/key-from.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { RecordList } from './record-list.tsx';

type Field = Static<typeof CustomFieldView>;
type Values = Omit<Field, 'id' | 'version'>;

const TYPES: Readonly<Record<Field['type'], string>> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  date: 'Date',
  choice: 'One of a list',
  choices: 'Several of a list',
};
const KINDS = TICKET_KINDS.map((value) => ({ value, label: capital(value) }));
const NEW: Values = {
  key: '',
  type: 'text',
  label: '',
  kinds: ['incident'],
  options: [],
  required: false,
  help: '',
  active: true,
  position: 0,
};
const LABELS = {
  label: 'Label',
  kinds: 'On',
  options: 'Choices',
  required: 'Required',
  help: 'Help',
  active: 'Active',
  position: 'Position',
} as const;

const valuesOf = ({ id: _id, version: _version, ...values }: Field): Values => values;

/** Fields of one's own on tickets. */
export default function FieldsPage() {
  const can = useCan();
  const { data, error, refetch } = useGet('GET /custom-fields', {});
  return (
    <RecordList
      title="Custom fields"
      one="field"
      help="Facts that your desk keeps on tickets besides Fettle’s own; they can be filtered by."
      empty="An order number, the affected building, whether a backup was checked: what you always ask belongs in a field."
      lines={data?.items.map((field) => ({
        record: field,
        id: field.id,
        name: field.label,
        active: field.active,
        note: `${TYPES[field.type]} · ${field.kinds.join(', ')}${field.required ? ' · required' : ''}`,
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('settings.manage')}
      form={(field, onClose) => <FieldForm field={field} onClose={onClose} />}
    />
  );
}

function FieldForm({ field, onClose }: { field: Field | null; onClose(): void }) {
  const form = useForm<Values>({
    values: field ? valuesOf(field) : NEW,
    version: field?.version ?? 0,
    rules: {
      label: needed('a label such as Order number'),
      key: both(
        needed('a key'),
        shaped(/^[a-z][a-z0-9_]{0,39}$/, 'Use small letters, digits and _, beginning with a letter.'),
      ),
      kinds: someOf('at least one kind of ticket'),
      options: (options, { type }) =>
        type.startsWith('choice') && options.length === 0 ? 'Enter what can be chosen.' : null,
    },
    draft: `custom-field.${field?.id ?? 'new'}`,
    follow: (next, before) =>
      field || before.key !== keyFrom(before.label) || next.key !== before.key
        ? next
        : { ...next, key: keyFrom(next.label) },
    save: ({ values: { active: _active, ...body }, changed, version }) => {
      if (!field) return send('POST /custom-fields', { body }, ['GET /custom-fields']);
      const { key: _key, type: _type, ...change } = changed;
      return send('PATCH /custom-fields/{id}', { params: { id: field.id }, body: { version, ...change } }, [
        'GET /custom-fields',
      ]);
    },
    latest: async () => {
      const { items } = await call('GET /custom-fields', {});
      const stored = items.find(({ id }) => id === field?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={field ? 'Save' : 'Create field'} onCancel={onClose} labels={LABELS}>
      <div className="f-form-pair" data-align="end">
        <TextField form={form} name="label" label={LABELS.label} required data-autofocus />
        <TextField
          form={form}
          name="key"
          label="Key"
          description="In the API and in filters"
          disabled={field !== null}
          required
        />
      </div>
      <div className="f-form-pair">
        <PickField
          form={form}
          name="type"
          label="Type"
          {...(field ? { description: 'Stays as it was made' } : {})}
          disabled={field !== null}
          data={FIELD_TYPES.map((value) => ({ value, label: TYPES[value] }))}
        />
        <ManyField form={form} name="kinds" label={LABELS.kinds} data={KINDS} />
      </div>
      {form.values.type.startsWith('choice') && (
        <WordsField
          form={form}
          name="options"
          label={LABELS.options}
          description="Each closed by Enter"
          splitChars={[]}
        />
      )}
      <TextField form={form} name="help" label={LABELS.help} description="Shown below the field" maxLength={500} />
      <NumberField
        form={form}
        name="position"
        label={LABELS.position}
        description="Fields with a smaller number come first"
        min={0}
        max={1000}
        maw={280}
      />
      <SwitchField form={form} name="required" label={LABELS.required} />
      {field && (
        <SwitchField
          form={form}
          name="active"
          label={LABELS.active}
          description="An inactive field keeps its values but is shown no more"
        />
      )}
    </FormShell>
  );
}
