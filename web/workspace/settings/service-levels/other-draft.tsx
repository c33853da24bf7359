import { Switch } from '@mantine/core';
import type { PolicyView } from '#shared/policy.ts';
import { same } from '#web/ui/form/changes.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { policyDifferences } from '../simulations/differences.ts';
import { DifferencesList } from '../simulations/differences-list.tsx';
import { useNameOf } from '../simulations/use-name-of.ts';
import type { Terms } from './policy-values.ts';

/** A draft of the policy that says otherwise than what is to be published, and would be lost by that. */
export const otherDraft = ({ draft }: PolicyView, terms: Terms): Terms | null =>
  draft === null || same(draft, terms) ? null : draft;

type Props<V> = { form: Form<V>; policy: PolicyView; draft: Terms };

/** Whose draft would be lost and what it has, to be let go knowingly. */
export function OtherDraftField<V extends { discard: boolean }>({ form, policy, draft }: Props<V>) {
  const reader = useReader();
  const nameOf = useNameOf();
  const { current, draftSaved } = policy;
  const when = draftSaved ? ` ${dayAndTime(draftSaved.at, Date.now(), reader)}` : '';
  return (
    <div>
      <p className="f-plain">
        There is another draft of this policy, saved{when}
        {draftSaved?.by && (
          <>
            {' '}
            by <bdi>{draftSaved.by}</bdi>
          </>
        )}
        . It is in no version, and is lost when this is published. It has:
      </p>
      <DifferencesList differences={policyDifferences(current?.terms ?? null, draft, nameOf)} />
      <Switch
        label="Discard that draft"
        error={form.errors['discard']}
        name="discard"
        aria-invalid={Boolean(form.errors['discard'])}
        checked={form.values.discard}
        onChange={(event) => form.set('discard', event.currentTarget.checked as V['discard'])}
      />
    </div>
  );
}
