import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CastVote } from '#shared/approval.ts';
import { t } from './words/t.ts';

type Props = { busy: boolean; fault?: string | undefined; onVote(vote: CastVote): void };

/** Approving with one press; rejecting asks why, so that whoever asked knows. */
export function VoteForm({ busy, fault, onVote }: Props) {
  const [rejecting, setRejecting] = useState(false);
  const [comment, setComment] = useState('');
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
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        onVote({ vote: 'reject', comment: comment.trim() });
      }}
    >
      <Textarea
        label={t('vote.whyNot')}
        autoFocus
        autosize
        minRows={2}
        maxLength={2_000}
        value={comment}
        error={fault}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <div className="f-portal-buttons">
        <Button type="submit" loading={busy} disabled={comment.trim() === ''}>
          {t('vote.rejectIt')}
        </Button>
        <Button variant="default" onClick={() => setRejecting(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
