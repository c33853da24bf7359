import { useState } from 'react';
import type { PolicyView } from '#shared/policy.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { AreaField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { send } from '../../session/send.ts';
import { FollowField } from './follow-field.tsx';
import { TOUCHED } from './touched.ts';

/** Ends a policy: what lies above it holds again. */
export function WithdrawForm({ policy, onClose }: { policy: PolicyView; onClose(): void }) {
  const { id, scheduled } = policy;
  const reader = useReader();
  const [version] = useState(policy.version);
  const form = useForm<{ note: string; follow: boolean }>({
    values: { note: '', follow: false },
    save: ({ values: { note, follow } }) =>
      send(
        'POST /service-levels/policies/{id}/withdraw',
        { params: { id }, body: { version, note: note.trim(), rebase: follow } },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done('Withdrawn; what lies above it holds');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Withdraw" onCancel={onClose}>
      <p className="f-plain">
        From now on what lies above holds again. Its versions stay, and each of them can be made a draft again.
        {scheduled && ` What is scheduled for ${dayAndTime(scheduled.fromAt, Date.now(), reader)} is taken back.`}
      </p>
      <AreaField
        form={form}
        name="note"
        label="Note"
        description="Why"
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
      />
      <FollowField form={form} policyId={id} />
    </FormShell>
  );
}
