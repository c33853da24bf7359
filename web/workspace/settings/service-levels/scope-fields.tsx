import { Checkbox } from '@mantine/core';
import { named } from '#web/ui/form/choices.ts';
import { ManyField } from '#web/ui/form/fields.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import { useServices } from '../../desk/names.ts';
import { KINDS } from '../library/choices.ts';
import { ConditionField } from './condition-field.tsx';
import type { PolicyValues } from './policy-values.ts';

/** Of which tickets a policy speaks. */
export function ScopeFields({ form }: { form: Form<PolicyValues> }) {
  const { kinds, serviceIds } = form.values;
  const services = useServices().filter(({ id, active }) => active || serviceIds.includes(id));
  return (
    <>
      <Checkbox.Group
        label="Kinds of ticket"
        error={form.errors['kinds']}
        value={[...kinds]}
        onChange={(next) => form.set('kinds', next)}
      >
        <div className="f-checks">
          {KINDS.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} aria-invalid={form.errors['kinds'] ? true : undefined} />
          ))}
        </div>
      </Checkbox.Group>
      {services.length > 0 && (
        <ManyField
          form={form}
          name="serviceIds"
          label="Services"
          description="A policy for services is asked before those for all"
          placeholder={serviceIds.length === 0 ? 'All' : ''}
          data={named(services)}
        />
      )}
      <ConditionField form={form} />
    </>
  );
}
