import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { otherDraft } from '../service-levels/other-draft.tsx';
import type { Terms } from '../service-levels/policy-values.ts';
import { PublishForm } from '../service-levels/publish-form.tsx';
import { WithdrawForm } from '../service-levels/withdraw-form.tsx';

type Props = { id: string; version: number; terms: Terms | null };

/** Puts what was simulated in force through the form by which every policy is published. */
export function PublishPolicyButton({ id, version, terms }: Props) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  // Read anew: somebody may have changed it while the simulation ran.
  const { data: policy } = useGet('GET /service-levels/policies/{id}', { params: { id } }, { staleTime: 0 });
  if (!policy) return null;
  const close = () => setOpen(false);
  const done = () => {
    close();
    void navigate({ to: '/settings/policies/$id', params: { id } });
  };
  return (
    <>
      {policy.version > version && <span className="f-dim">Changed since</span>}
      {terms && otherDraft(policy, terms) && (
        <span className="f-dim">
          <bdi>{policy.draftSaved?.by ?? 'Somebody'}</bdi> has another draft
        </span>
      )}
      <Button onClick={() => setOpen(true)}>{terms ? 'Publish from…' : 'Withdraw…'}</Button>
      <Dialog title={`${terms ? 'Publish' : 'Withdraw'} ${policy.name}`} opened={open} onClose={close}>
        {open && terms && <PublishForm policy={policy} simulated={{ terms, version }} onClose={close} onDone={done} />}
        {open && !terms && <WithdrawForm policy={{ ...policy, version }} onClose={close} />}
      </Dialog>
    </>
  );
}
