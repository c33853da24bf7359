import { Badge, Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingView } from '#shared/cab.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { useCan } from '../../session/me.ts';
import { starts } from '../words.ts';
import { Item } from './item.tsx';
import { Presence } from './presence.tsx';
import { Timer } from './timer.tsx';
import { TooLong } from './too-long.tsx';
import { TOUCHED } from './touched.ts';
import { OUTCOME_WORDS, STATE_WORDS, WHY_WORDS } from './words.ts';
import '../changes.css';
import './cab.css';

/** A meeting of a board: its agenda at the left, the change that is talked about at the right. */
export default function MeetingPage() {
  const { id } = useParams({ from: '/workspace/changes/cab/$id' });
  const { data, error, refetch } = useGet(
    'GET /cab-meetings/{meetingId}',
    { params: { meetingId: id } },
    { refetchInterval: 10_000 },
  );
  const reader = useReader();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <>
        <PageHead title="Meeting" />
        <SkeletonLines lines={10} />
      </>
    );
  return (
    <>
      <PageHead title={data.board.name} actions={<Steps meeting={data} />}>
        <span className="f-dim">
          {starts(data.startsAt, Date.now(), reader)} · {data.minutes} min · {STATE_WORDS[data.state]}
          {data.place && (
            <>
              {' '}
              · <bdi>{data.place}</bdi>
            </>
          )}
        </span>
      </PageHead>
      <Workbench meeting={data} />
    </>
  );
}

function Steps({ meeting }: { meeting: MeetingView }) {
  const can = useCan();
  const done = { failed: 'Not done', refresh: TOUCHED } as const;
  const begin = useDo('POST /cab-meetings/{meetingId}/begin', done);
  const close = useDo('POST /cab-meetings/{meetingId}/close', done);
  const at = { params: { meetingId: meeting.id } };
  const end = async () => {
    const left = meeting.agenda.filter(({ outcome }) => outcome === null).length;
    const yes = await confirm({
      title: 'End the meeting?',
      body:
        left === 0
          ? 'What was said of each change stands in its timeline from then on.'
          : `${left === 1 ? '1 change was' : `${left} changes were`} not decided; they wait for the next meeting. What was said stands in the timeline of each.`,
      action: 'End',
    });
    if (yes) close.mutate(at);
  };
  if (!can('cab.run')) return null;
  if (meeting.state === 'planned')
    return (
      <Button disabled={begin.isPending} onClick={() => begin.mutate(at)}>
        Begin
      </Button>
    );
  if (meeting.state === 'running')
    return (
      <Button disabled={close.isPending} onClick={() => void end()}>
        End the meeting
      </Button>
    );
  return meeting.next ? (
    <Link to="/changes/cab/$id" params={{ id: meeting.next.id }}>
      Next meeting
    </Link>
  ) : null;
}

function Workbench({ meeting }: { meeting: MeetingView }) {
  const { agenda } = meeting;
  const [chosen, setChosen] = useState<string | null>(null);
  const going = agenda.find(({ begunAt }) => begunAt !== null) ?? agenda.find(({ outcome }) => outcome === null);
  const current = agenda.find(({ change }) => change.id === chosen) ?? going ?? agenda[0];
  const step = (by: number) => {
    const place = agenda.findIndex(({ change }) => change.id === current?.change.id);
    setChosen(agenda[Math.max(0, Math.min(agenda.length - 1, place + by))]?.change.id ?? null);
  };
  useShortcuts([
    { combo: 'j', label: 'Next change', group: 'Meeting', run: () => step(1) },
    { combo: 'k', label: 'Change before', group: 'Meeting', run: () => step(-1) },
  ]);
  return (
    <div className="f-cab">
      <div className="f-cab-side">
        <Presence meeting={meeting} />
        {agenda.length === 0 && (
          <EmptyState title="Nothing waits">
            A change comes here by itself once its authorisation asks the board’s team.
          </EmptyState>
        )}
        <TooLong meeting={meeting} />
        <nav aria-label="Agenda">
          <ol className="f-cab-agenda">
            {agenda.map((entry) => (
              <li key={entry.change.id}>
                <button
                  type="button"
                  aria-current={entry === current || undefined}
                  onClick={() => setChosen(entry.change.id)}
                >
                  <span className="f-mono">{entry.change.key}</span>
                  <Timer entry={entry} itemSeconds={meeting.itemSeconds} />
                  <bdi className="f-cut">{entry.change.title}</bdi>
                  <span className="f-dim">
                    {entry.outcome ? (
                      <Badge color={COLOURS[entry.outcome]}>{OUTCOME_WORDS[entry.outcome]}</Badge>
                    ) : (
                      WHY_WORDS[entry.why]
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
      </div>
      {current && <Item key={current.change.id} meeting={meeting} entry={current} onNext={() => step(1)} />}
    </div>
  );
}

const COLOURS = { approved: 'green', rejected: 'red', deferred: 'yellow', noted: 'gray' } as const;
