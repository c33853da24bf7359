import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDo } from '#web/api/use.ts';
import { refreshTickets } from '../../actions/index.ts';
import { useCan } from '../../session/me.ts';

/** Voting where one is asked oneself; a rejection says why. */
export function StaffVote({ voteId }: { voteId: string }) {
  const can = useCan();
  const [comment, setComment] = useState('');
  const cast = useDo('POST /approvals/votes/{voteId}', {
    failed: 'Not counted',
    refresh: ['GET /tickets/{idOrKey}/request', 'GET /approvals/mine'],
    onDone: refreshTickets,
  });
  if (!can('approval.decide')) return null;
  const vote = (how: 'approve' | 'reject') =>
    cast.mutate({ params: { voteId }, body: { vote: how, ...(comment.trim() ? { comment: comment.trim() } : {}) } });
  return (
    <Group gap={8} mt={4}>
      <TextInput
        aria-label="Comment on your vote"
        placeholder="Comment, needed to reject"
        maxLength={2_000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Button size="compact-sm" loading={cast.isPending} onClick={() => vote('approve')}>
        Approve
      </Button>
      <Button size="compact-sm" variant="default" disabled={comment.trim() === ''} onClick={() => vote('reject')}>
        Reject
      </Button>
    </Group>
  );
}
