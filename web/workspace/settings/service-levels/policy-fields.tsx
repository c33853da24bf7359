import { useState } from 'react';
import type { PolicyView } from '#shared/policy.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import { useGet } from '#web/api/use.ts';
import { TextField } from '#web/ui/form/fields.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import { KINDS } from '../library/choices.ts';
import type { PolicyValues } from './policy-values.ts';
import { RulesField } from './rules-field.tsx';
import { SavedRemarks } from './saved-remarks.tsx';
import { ScopeFields } from './scope-fields.tsx';
import { TargetGrid } from './target-grid.tsx';
import { ThresholdsField } from './thresholds-field.tsx';

type Props = { policy: PolicyView; form: Form<PolicyValues> };

/** What a policy says, part by part. */
export function PolicyFields({ policy, form }: Props) {
  const { kinds } = form.values;
  const [chosen, setChosen] = useState<string | null>(null);
  const kind = (chosen && kinds.includes(chosen) ? chosen : (kinds[0] ?? 'incident')) as TicketKind;
  const { data: above } = useGet(
    'GET /service-levels/promised',
    { query: { kind, abovePolicyId: policy.id } },
    { placeholderData: (before) => before },
  );
  return (
    <>
      <Section title="Which tickets">
        <TextField form={form} name="name" label="Name" required maxLength={120} />
        <ScopeFields form={form} />
        <SavedRemarks policy={policy} below="condition" />
      </Section>
      <Section
        title="Targets"
        help="Working time, such as 90, 1h 30 or 1.5h; “none” promises nothing. What is empty comes from the level above, and shows it."
        actions={
          kinds.length > 1 && (
            <Select
              aria-label="What is empty is shown for"
              w={180}
              data={KINDS.filter(({ value }) => kinds.includes(value)).map(({ value, label }) => ({
                value,
                label: `Shown for: ${label}`,
              }))}
              value={kind}
              onChange={setChosen}
            />
          )
        }
      >
        <TargetGrid form={form} above={above} />
        {above && above.conditional.length > 0 && (
          <p className="f-plain f-dim">
            Policies with a condition of their own may promise otherwise:{' '}
            {above.conditional.map(({ name }) => `“${name}”`).join(', ')}.
          </p>
        )}
      </Section>
      <Section
        title="As time runs out"
        help="What happens when so much of a target is used up. At 100 % it is missed, whatever is said here."
      >
        <ThresholdsField form={form} above={above} />
      </Section>
      <RulesField form={form} />
      <SavedRemarks policy={policy} below="rules" />
    </>
  );
}
