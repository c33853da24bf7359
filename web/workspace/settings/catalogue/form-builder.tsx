import { Button, Checkbox, TagsInput, TextInput } from '@mantine/core';
import type { Field, FieldType, Form } from '#kernel/form.ts';
import { FIELD_TYPE_NAMES, FORM_FIELD_TYPES } from '#shared/form-words.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { moved, put, without } from '#web/ui/form/order.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { keyFrom } from '#web/ui/text/key-from.ts';
import { ConditionField } from './condition-field.tsx';
import { DayLimitField } from './day-limit-field.tsx';
import { freeKey, newField } from './values.ts';

const TYPES = FORM_FIELD_TYPES.map((value) => ({ value, label: FIELD_TYPE_NAMES[value] }));
const SIZED: readonly FieldType[] = ['text', 'long_text', 'number'];

/** The questions of an item, in their order; each may depend on those before it. */
export function FormBuilder({ form, onChange }: { form: Form; onChange(form: Form): void }) {
  const { fields } = form;
  const set = (next: readonly Field[]) => onChange({ fields: next });
  const add = () =>
    set([
      ...fields,
      newField(
        freeKey(
          'field',
          fields.map(({ key }) => key),
        ),
      ),
    ]);
  return (
    <Section title="Form" help="What is asked. Each question may be shown, or required, by the answers before it.">
      <ol className="f-item-list">
        {fields.map((field, at) => (
          <li key={field.key}>
            <FieldRow
              field={field}
              before={fields.slice(0, at)}
              onChange={(next) => set(put(fields, at, next))}
              tools={
                <RowTools
                  name={field.label || `question ${at + 1}`}
                  at={at}
                  count={fields.length}
                  onMove={(by) => set(moved(fields, at, by))}
                  onRemove={() => set(without(fields, at))}
                />
              }
            />
          </li>
        ))}
      </ol>
      <Button variant="default" onClick={add}>
        Add a question
      </Button>
    </Section>
  );
}

type RowProps = { field: Field; before: readonly Field[]; tools: React.ReactNode; onChange(field: Field): void };

function FieldRow({ field, before, tools, onChange }: RowProps) {
  const change = (part: Partial<Field>) => onChange({ ...field, ...part });
  const chooses = field.type === 'choice' || field.type === 'choices';
  /** What belongs to one type of field means nothing in another. */
  const retype = (type: FieldType) =>
    change({
      type,
      options: type.startsWith('choice') ? field.options : [],
      ...{ min: null, max: null, earliest: null, latest: null, initial: null },
    });
  return (
    <div className="f-item-row">
      <div className="f-two">
        <TextInput
          label="Question"
          required
          maxLength={200}
          value={field.label}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
        <Select
          label="Answered by"
          data={TYPES}
          value={field.type}
          onChange={(type) => type && retype(type as FieldType)}
        />
      </div>
      <TextInput
        label="Help"
        maxLength={500}
        value={field.help}
        onChange={(event) => change({ help: event.currentTarget.value })}
      />
      {chooses && (
        <TagsInput
          label="Choices"
          description="Each closed by Enter"
          value={[...field.options]}
          onChange={(options) => change({ options })}
        />
      )}
      {SIZED.includes(field.type) && (
        <div className="f-two">
          <NumberInput
            label={field.type === 'number' ? 'Smallest' : 'Fewest characters'}
            value={field.min ?? ''}
            onChange={(next) => change({ min: typeof next === 'number' ? next : null })}
          />
          <NumberInput
            label={field.type === 'number' ? 'Largest' : 'Most characters'}
            value={field.max ?? ''}
            onChange={(next) => change({ max: typeof next === 'number' ? next : null })}
          />
        </div>
      )}
      {field.type === 'date' && (
        <div className="f-two">
          <DayLimitField
            label="Earliest"
            value={field.earliest ?? null}
            onChange={(earliest) => change({ earliest })}
          />
          <DayLimitField label="Latest" value={field.latest ?? null} onChange={(latest) => change({ latest })} />
        </div>
      )}
      {before.length > 0 && (
        <>
          <ConditionField
            label="Shown"
            fields={before}
            value={field.shownWhen}
            onChange={(shownWhen) => change({ shownWhen })}
          />
          {!field.required && (
            <ConditionField
              label="Required"
              fields={before}
              value={field.requiredWhen}
              never="as it is marked below"
              onChange={(requiredWhen) => change({ requiredWhen })}
            />
          )}
        </>
      )}
      <div className="f-item-foot">
        <Checkbox
          label="Has to be answered"
          checked={field.required}
          onChange={(event) => change({ required: event.currentTarget.checked, requiredWhen: null })}
        />
        <TextInput
          aria-label="Key in the API"
          description="Key in the API"
          maxLength={40}
          value={field.key}
          onChange={(event) => change({ key: keyFrom(event.currentTarget.value) || field.key })}
        />
        {tools}
      </div>
    </div>
  );
}
