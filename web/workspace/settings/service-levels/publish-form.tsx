import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { PolicyView } from '#shared/policy.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { isStale } from '#web/ui/form/faults.ts';
import { AreaField, NumberField } from '#web/ui/form/fields.tsx';
import { InstantField } from '#web/ui/form/instant-field.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { changedSince } from '../simulations/changed-since.ts';
import { FollowField } from './follow-field.tsx';
import { OtherDraftField, otherDraft } from './other-draft.tsx';
import type { Terms } from './policy-values.ts';
import { ScheduledField } from './scheduled-field.tsx';
import { TOUCHED } from './touched.ts';

type Values = {
  when: string;
  fromAt: string;
  position: number | null;
  note: string;
  follow: boolean;
  replace: boolean;
  discard: boolean;
};

type Props = {
  policy: PolicyView;
  /** What was simulated, on top of which version; without it, the draft is published. */
  simulated?: { terms: Terms; version: number };
  onClose(): void;
  onDone?(): void;
};

/** Fields as the server calls them. */
const RENAMED: Readonly<Record<string, string>> = {
  rebase: 'follow',
  replaceScheduled: 'replace',
  discardDraft: 'discard',
};

/** Puts the draft in force, at once or from an instant on. */
export function PublishForm({ policy, simulated, onClose, onDone = onClose }: Props) {
  const { id, scheduled } = policy;
  // What was looked at is what is published: somebody else's change meanwhile is refused.
  const [version] = useState(simulated?.version ?? policy.version);
  const [lost] = useState(simulated ? otherDraft(policy, simulated.terms) : null);
  const { data } = useGet('GET /service-levels/policies', {});
  const beside = data?.items.filter(
    (one) =>
      one.id !== id &&
      Boolean(one.current?.terms ?? one.scheduled?.terms) &&
      one.level === policy.level &&
      one.client?.id === policy.client?.id &&
      one.group?.id === policy.group?.id,
  );
  const form = useForm<Values>({
    values: {
      when: 'now',
      fromAt: '',
      position: policy.current?.position ?? 0,
      note: '',
      follow: false,
      replace: false,
      discard: false,
    },
    rules: {
      discard: (yes) => (lost && !yes ? 'Say that it may go, or look at it first: Settings → Policies.' : null),
      fromAt: (at, { when }) => (when === 'later' && at === '' ? 'Enter when it begins.' : null),
      position: (at) => (at === null ? 'Enter a number; the lowest is asked first.' : null),
    },
    rename: (path) => RENAMED[path] ?? path,
    save: ({ values: { when, fromAt, position, note, follow, replace, discard } }) =>
      send(
        'POST /service-levels/policies/{id}/publish',
        {
          params: { id },
          body: {
            version,
            ...(simulated ? { terms: simulated.terms, discardDraft: discard } : {}),
            note: note.trim(),
            position: position ?? 0,
            ...(scheduled && replace ? { replaceScheduled: true } : {}),
            ...(when === 'later' ? { fromAt } : { rebase: follow }),
          },
        },
        TOUCHED,
      ).catch((error: unknown) => {
        throw simulated && isStale(error) ? changedSince(`“${policy.name}”`) : error;
      }),
    onSaved: () => {
      toast.done(form.values.when === 'later' ? 'Published; it holds from then on' : 'Published; it is in force');
      onDone();
    },
  });
  const later = form.values.when === 'later';
  return (
    <FormShell form={form} submit="Publish" onCancel={onClose}>
      <SegmentedControl
        aria-label="When it begins"
        className="f-start"
        data={[
          { value: 'now', label: 'From now on' },
          { value: 'later', label: 'From a date' },
        ]}
        value={form.values.when}
        onChange={(when) => form.set('when', when)}
      />
      {later && (
        <InstantField
          form={form}
          name="fromAt"
          label="In force from"
          description="Tickets logged before keep what was promised to them"
          required
        />
      )}
      {lost && <OtherDraftField form={form} policy={policy} draft={lost} />}
      {scheduled && <ScheduledField form={form} scheduled={scheduled} />}
      {(beside?.length ?? 0) > 0 && (
        <NumberField
          form={form}
          name="position"
          label="Order"
          description={`Among the policies of the same place, the lowest number is asked first: ${beside
            ?.map(
              ({ name, current, scheduled }) => `“${name}” ${(current?.terms ? current : scheduled)?.position ?? 0}`,
            )
            .join(', ')}`}
          min={-1_000}
          max={1_000}
          maw={320}
        />
      )}
      <AreaField
        form={form}
        name="note"
        label="Note"
        description="Why, for whoever looks at the versions later"
        autosize
        minRows={2}
        maxLength={500}
      />
      {!later && <FollowField form={form} policyId={id} />}
    </FormShell>
  );
}
