import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { AgendaEntry, MeetingView } from '#shared/cab.ts';
import { useDo } from '#web/api/use.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { between, RISK_NAMES, TYPE_NAMES } from '../words.ts';
import { AskAbsent } from './ask-absent.tsx';
import { Detail } from './detail.tsx';
import { Timer } from './timer.tsx';
import { TOUCHED } from './touched.ts';
import { OUTCOME_WORDS } from './words.ts';

type Props = { meeting: MeetingView; entry: AgendaEntry; onNext(): void };

/** The change that is talked about: what it risks, how everybody votes, and what was said. */
export function Item({ meeting, entry, onNext }: Props) {
  const { change, why } = entry;
  const reader = useReader();
  const may = useCan()('cab.run') && meeting.state === 'running';
  const isDecided = entry.outcome === 'approved' || entry.outcome === 'rejected';
  const at = { params: { meetingId: meeting.id, changeId: change.id } };
  const work = useDo('PATCH /cab-meetings/{meetingId}/agenda/{changeId}', { failed: 'Not kept', refresh: TOUCHED });
  const [note, setNote] = useState(entry.note);
  const keep = () => note !== entry.note && work.mutate({ ...at, body: { note } });
  const end = (outcome: 'deferred' | 'noted') => {
    work.mutate({ ...at, body: { outcome, note, begun: false } });
    onNext();
  };
  const turn = () => work.mutate({ ...at, body: { begun: entry.begunAt === null } });
  useShortcuts(
    [
      { combo: 't', label: 'Timer', group: 'Meeting', run: turn },
      ...(why === 'decide' && !isDecided
        ? [{ combo: 'd', label: 'Defer', group: 'Meeting', run: () => end('deferred') }]
        : []),
    ],
    may,
  );
  return (
    <section className="f-cab-item" aria-label={change.key}>
      <h2>
        <Link to="/tickets/$key" params={{ key: change.key }}>
          <span className="f-mono">{change.key}</span> <bdi>{change.title}</bdi>
        </Link>
      </h2>
      <p className="f-plain f-dim">
        <bdi>{change.client.name}</bdi> · {TYPE_NAMES[change.type]} ·{' '}
        {change.risk === null ? 'Risk not assessed' : RISK_NAMES[change.risk - 1]}
        {change.plannedStart &&
          change.plannedEnd &&
          ` · ${between({ from: change.plannedStart, to: change.plannedEnd }, Date.now(), reader)}`}
        {change.outage && ' · people are without it'}
      </p>
      <div className="f-cab-decide">
        {may && (
          <div className="f-slots">
            <Button variant="default" onClick={turn}>
              {entry.begunAt === null ? 'Start the timer' : 'Stop the timer'}
            </Button>
            <Timer entry={entry} itemSeconds={meeting.itemSeconds} />
          </div>
        )}
        <Votes meeting={meeting} entry={entry} note={note} may={may && entry.mayRecord} />
        {may && <AskAbsent meetingId={meeting.id} entry={entry} />}
        <Textarea
          label="Minutes"
          description="Stand in the timeline of the change once the meeting is over"
          autosize
          minRows={3}
          maxLength={5_000}
          readOnly={!may}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={() => may && keep()}
        />
        {may && (
          <div className="f-slots">
            {why === 'decide' && !isDecided && (
              <Button variant="default" onClick={() => end('deferred')}>
                Defer
              </Button>
            )}
            {why !== 'decide' && (
              <Button variant="default" onClick={() => end('noted')}>
                Looked at
              </Button>
            )}
            <Button variant="subtle" color="gray" onClick={onNext}>
              Next
            </Button>
          </div>
        )}
        {entry.outcome && <p className="f-plain">{OUTCOME_WORDS[entry.outcome]} in this meeting.</p>}
      </div>
      <Detail changeId={change.id} />
    </section>
  );
}

function Votes({
  meeting,
  entry,
  note,
  may,
}: {
  meeting: MeetingView;
  entry: AgendaEntry;
  note: string;
  may: boolean;
}) {
  const record = useDo('POST /cab-meetings/{meetingId}/agenda/{changeId}/votes', {
    failed: 'Not voted',
    refresh: [...TOUCHED, 'GET /changes/{idOrKey}', 'GET /tickets/{idOrKey}'],
  });
  const hint = useId();
  if (entry.voters.length === 0) return null;
  const votes = may && entry.outcome === null && entry.voters.some(({ present, vote }) => present && vote === null);
  const wantsWhy = votes && note.trim() === '';
  const cast = (voteId: string, vote: 'approve' | 'reject') =>
    record.mutate({
      params: { meetingId: meeting.id, changeId: entry.change.id },
      body: { voteId, vote, ...(note.trim() ? { comment: note.trim().slice(0, 2_000) } : {}) },
    });
  return (
    <div>
      <ul className="f-cab-votes" aria-label="Votes">
        {entry.voters.map(({ voteId, staff, vote, comment, present, askedByMail }) => (
          <li key={voteId}>
            <span>
              <bdi>{staff.name}</bdi>
              {!present && vote === null && <span className="f-dim"> · not there</span>}
              {vote === null && askedByMail && (
                <span className="f-dim">
                  {' '}
                  · asked by mail <TimeAgo at={askedByMail} />
                </span>
              )}
              {comment && (
                <span className="f-dim">
                  {' '}
                  · <bdi>{comment}</bdi>
                </span>
              )}
            </span>
            {vote !== null ? (
              <strong>{vote === 'approve' ? 'Approves' : 'Rejects'}</strong>
            ) : (
              may &&
              present &&
              entry.outcome === null && (
                <span className="f-slots">
                  <Button size="compact-sm" disabled={record.isPending} onClick={() => cast(voteId, 'approve')}>
                    Approve<span className="f-hidden"> for {staff.name}</span>
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={record.isPending || wantsWhy}
                    {...(wantsWhy ? { 'aria-describedby': hint } : {})}
                    onClick={() => cast(voteId, 'reject')}
                  >
                    Reject<span className="f-hidden"> for {staff.name}</span>
                  </Button>
                </span>
              )
            )}
          </li>
        ))}
      </ul>
      {wantsWhy && (
        <p className="f-plain f-dim" id={hint}>
          To reject, write in the minutes why first.
        </p>
      )}
    </div>
  );
}
