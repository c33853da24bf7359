import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { BoardView } from '#shared/cab.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { useCan } from '../../session/me.ts';
import { ChangeTabs } from '../tabs.tsx';
import { starts } from '../words.ts';
import { BoardForm } from './board-form.tsx';
import { TOUCHED } from './touched.ts';
import { STATE_WORDS } from './words.ts';
import '../changes.css';

/** Boards that decide about changes, what waits for them, and their meetings. */
export default function BoardsPage() {
  const may = useCan()('change.policy');
  const [edited, setEdited] = useState<BoardView | 'new' | null>(null);
  const { data, error, refetch } = useGet('GET /cab-boards', {});
  const add = may && <Button onClick={() => setEdited('new')}>New board</Button>;
  return (
    <>
      <PageHead title="Meetings" actions={add}>
        <ChangeTabs />
      </PageHead>
      <PageBody>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data?.items.length === 0 && (
          <EmptyState title="No board meets yet">
            A board is a team that decides about changes together. Where a rule asks its team, those changes stand on
            its agenda by themselves, the riskiest first.
          </EmptyState>
        )}
        {data?.items.map((board) => (
          <Board key={board.id} board={board} onEdit={may ? () => setEdited(board) : undefined} />
        ))}
        <Dialog
          title={edited === 'new' ? 'New board' : 'Board'}
          opened={edited !== null}
          onClose={() => setEdited(null)}
          size={640}
        >
          {edited !== null && <BoardForm board={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
        </Dialog>
      </PageBody>
    </>
  );
}

function Board({ board, onEdit }: { board: BoardView; onEdit: (() => void) | undefined }) {
  const navigate = useNavigate();
  const can = useCan();
  const reader = useReader();
  const isPlanned = board.meetings.some(
    ({ state, startsAt }) => state === 'planned' && Date.parse(startsAt) > Date.now(),
  );
  const plan = useDo('POST /cab-boards/{boardId}/meetings', {
    failed: 'Not planned',
    refresh: TOUCHED,
    onDone: ({ id }) => navigate({ to: '/changes/cab/$id', params: { id } }),
  });
  return (
    <Section title={board.name}>
      <p className="f-plain f-dim">
        <bdi>{board.team.name}</bdi>: <bdi>{board.members.map(({ name }) => name).join(', ') || 'nobody'}</bdi> ·{' '}
        {board.quorum} of them have to be there · {board.words}
      </p>
      <p className="f-plain">{board.due === 1 ? '1 change waits for it.' : `${board.due} changes wait for it.`}</p>
      <ul className="f-lines">
        {board.meetings.map(({ id, startsAt, state }) => (
          <li key={id}>
            <Link to="/changes/cab/$id" params={{ id }}>
              {starts(startsAt, Date.now(), reader)}
            </Link>
            <span className="f-dim">{STATE_WORDS[state]}</span>
          </li>
        ))}
      </ul>
      <div className="f-slots">
        {can('cab.run') && board.recurrence !== null && !isPlanned && (
          <Button
            variant="default"
            size="compact-sm"
            disabled={plan.isPending}
            onClick={() => plan.mutate({ params: { boardId: board.id }, body: {} })}
          >
            Plan the next meeting
          </Button>
        )}
        {can('cab.run') && (
          <Button
            variant="default"
            size="compact-sm"
            disabled={plan.isPending}
            onClick={() =>
              plan.mutate({
                params: { boardId: board.id },
                body: { startsAt: new Date(Date.now() + 60_000).toISOString() },
              })
            }
          >
            Meet now
          </Button>
        )}
        {onEdit && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onEdit}>
            Edit
          </Button>
        )}
      </div>
    </Section>
  );
}
