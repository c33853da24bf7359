import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CastVote } from '#shared/approval.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part } from '#web/ui/load/part.tsx';
import { t } from './words/t.ts';

const loadReason = () => import('./reason-form.tsx').then(({ ReasonForm }) => ReasonForm);

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
    <Part load={loadReason} waiting={<SkeletonLines lines={3} />}>
      {(ReasonForm) => (
        <ReasonForm
          {...{ label: t('vote.whyNot'), submit: t('vote.rejectIt'), most: 2_000, busy, fault }}
          onSend={(comment) => onVote({ vote: 'reject', comment })}
          onCancel={() => setRejecting(false)}
        />
      )}
    </Part>
  );
}
