import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CastVote } from '#shared/approval.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part } from '#web/ui/load/part.tsx';
import { t } from './words/t.ts';

const loadReject = () => import('./reject-form.tsx').then(({ RejectForm }) => RejectForm);

type Props = { busy: boolean; fault?: string | undefined; onVote(vote: CastVote): void };

/** Approving with one press; rejecting asks why, so that whoever asked knows. */
export function VoteForm({ busy, fault, onVote }: Props) {
  const [rejecting, setRejecting] = useState(false);
  if (!rejecting)
    return (
      <div className="f-portal-form">
        {fault && <p role="alert">{fault}</p>}
        <div className="f-portal-buttons">
          <Button loading={busy} onClick={() => onVote({ vote: 'approve' })}>
            {t('vote.approve')}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => setRejecting(true)}>
            {t('vote.reject')}
          </Button>
        </div>
      </div>
    );
  return (
    <Part load={loadReject} waiting={<SkeletonLines lines={3} />}>
      {(RejectForm) => <RejectForm busy={busy} fault={fault} onVote={onVote} onCancel={() => setRejecting(false)} />}
    </Part>
  );
}
