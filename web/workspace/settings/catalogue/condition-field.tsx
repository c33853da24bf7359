import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { Condition, Field, Test } from '#kernel/form.ts';
import { FORM_TESTS, TEST_NAMES } from '#shared/form-words.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { put, without } from '#web/ui/form/order.ts';
import { Select } from '#web/ui/form/select.tsx';

type Props = {
  /** What it decides: "Shown". */
  label: string;
  fields: readonly Field[];
  value: Condition | null;
  /** What holds without a condition. */
  never?: string;
  onChange(value: Condition | null): void;
};

/** When something holds, as questions to earlier answers. */
export function ConditionField({ label, fields, value, never = 'always', onChange }: Props) {
  const [first] = fields;
  if (!first) return null;
  const begin: Test = { field: first.key, is: 'filled' };
  if (value === null)
    return (
      <p className="f-plain f-dim f-item-when">
        {label}: {never}.{' '}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`${label}: by a condition`}
          onClick={() => onChange({ match: 'all', tests: [begin] })}
        >
          By a condition
        </Button>
      </p>
    );
  const set = (tests: readonly Test[]) => onChange(tests.length === 0 ? null : { ...value, tests });
  return (
    <fieldset className="f-item-condition">
      <legend>{label} when</legend>
      {value.tests.length > 1 && (
        <SegmentedControl
          aria-label={`${label} when all or any of these hold`}
          data={[
            { value: 'all', label: 'all of these' },
            { value: 'any', label: 'any of these' },
          ]}
          value={value.match}
          onChange={(match) => onChange({ ...value, match: match as Condition['match'] })}
        />
      )}
      {value.tests.map((test, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tests have no names of their own
        <div key={at} className="f-item-test">
          <Select
            aria-label="Which answer"
            data={fields.map(({ key, label: name }) => ({ value: key, label: name || key }))}
            value={test.field}
            onChange={(field) => field && set(put(value.tests, at, { field, is: 'filled' }))}
          />
          <Select
            aria-label="How it is compared"
            data={FORM_TESTS.filter((is) => is !== 'one_of').map((is) => ({ value: is, label: TEST_NAMES[is] }))}
            value={test.is}
            onChange={(is) => is && set(put(value.tests, at, { field: test.field, is: is as Test['is'] }))}
          />
          <Compared
            test={test}
            field={fields.find(({ key }) => key === test.field)}
            onChange={(next) => set(put(value.tests, at, next))}
          />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={`Remove condition ${at + 1}`}
            onClick={() => set(without(value.tests, at))}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => set([...value.tests, begin])}>
        And another
      </Button>
    </fieldset>
  );
}

type ComparedProps = { test: Test; field: Field | undefined; onChange(test: Test): void };

function Compared({ test, field, onChange }: ComparedProps) {
  if (test.is === 'filled' || test.is === 'empty' || !field) return null;
  const set = (value: Test['value']) => onChange({ ...test, value });
  const label = 'Compared with';
  if (field.type === 'number')
    return (
      <NumberInput
        aria-label={label}
        value={typeof test.value === 'number' ? test.value : ''}
        onChange={(next) => set(typeof next === 'number' ? next : undefined)}
      />
    );
  if (field.type === 'yes_no')
    return (
      <Select
        aria-label={label}
        data={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        value={test.value === true ? 'yes' : test.value === false ? 'no' : null}
        onChange={(next) => set(next === 'yes')}
      />
    );
  if (field.options.length > 0)
    return (
      <Select
        aria-label={label}
        data={[...field.options]}
        value={typeof test.value === 'string' ? test.value : null}
        onChange={(next) => set(next ?? undefined)}
      />
    );
  return (
    <TextInput
      aria-label={label}
      type={field.type === 'date' ? 'date' : 'text'}
      value={typeof test.value === 'string' ? test.value : ''}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}
