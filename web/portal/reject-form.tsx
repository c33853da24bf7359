import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CastVote } from '#shared/approval.ts';
import { t } from './words/t.ts';

type Props = { busy: boolean; fault?: string | undefined; onVote(vote: CastVote): void; onCancel(): void };

/** Rejecting, with the reason. */
export function RejectForm({ busy, fault, onVote, onCancel }: Props) {
  const [comment, setComment] = useState('');
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
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
