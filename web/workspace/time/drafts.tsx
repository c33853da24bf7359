import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import type { TimeDraft } from '#shared/time.ts';
import { useDo } from '#web/api/use.ts';
import { readTime } from '#web/ui/form/minutes.ts';
import { MinutesField, MOST_MINUTES } from '#web/ui/form/minutes-field.tsx';
import { IconX } from '#web/ui/icons.ts';
import '#web/ui/keys/keys.css';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { timeOfDay } from '#web/ui/marks/time.ts';
import { TIME_TOUCHED } from './touched.ts';

/** What somebody seems to have worked and has not recorded: confirmed or put aside with one key each, the first first. */
export function Drafts({ drafts }: { drafts: readonly TimeDraft[] }) {
  const confirm = useDo('POST /me/time-drafts/confirm', { failed: 'Not recorded', refresh: TIME_TOUCHED });
  const refuse = useDo('POST /me/time-drafts/refuse', { failed: 'Not put aside', refresh: TIME_TOUCHED });
  const busy = confirm.isPending || refuse.isPending;
  const [first] = drafts;
  const refOf = ({ ticket, day }: TimeDraft) => ({ ticketId: ticket.id, day });
  useShortcuts(
    [
      {
        combo: 'y',
        label: 'Record the first draft',
        group: 'Time',
        run: () => !busy && first && confirm.mutate({ body: refOf(first) }),
      },
      {
        combo: 'x',
        label: 'Put the first draft aside',
        group: 'Time',
        run: () => !busy && first && refuse.mutate({ body: refOf(first) }),
      },
    ],
    drafts.length > 0,
  );
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="time-drafts" className="f-time-drafts">
      <h2 id="time-drafts">Not recorded yet</h2>
      <p className="f-dim">
        From what you opened and did; only you see this.{' '}
        <span className="f-keys">
          <kbd>y</kbd>
        </span>{' '}
        records the first as it stands,{' '}
        <span className="f-keys">
          <kbd>x</kbd>
        </span>{' '}
        puts it aside.
      </p>
      <ul className="f-lines">
        {drafts.map((draft) => (
          <DraftLine
            key={`${draft.ticket.id} ${draft.minutes}`}
            draft={draft}
            busy={busy}
            onConfirm={(more) => confirm.mutate({ body: { ...refOf(draft), ...more } })}
            onRefuse={() => refuse.mutate({ body: refOf(draft) })}
          />
        ))}
      </ul>
    </section>
  );
}

type LineProps = {
  draft: TimeDraft;
  busy: boolean;
  onConfirm(more: { minutes?: number; note?: string }): void;
  onRefuse(): void;
};

function DraftLine({ draft, busy, onConfirm, onRefuse }: LineProps) {
  const reader = useReader();
  const proposed = sayMinutes(draft.minutes);
  const [time, setTime] = useState(proposed);
  const [note, setNote] = useState(draft.did);
  const { minutes } = readTime(time, 'Time', MOST_MINUTES);
  const sessions = draft.sessions
    .map(({ from, until }) => `${timeOfDay(from, reader)}–${timeOfDay(until, reader)}`)
    .join(', ');
  return (
    <li className="f-time-draft">
      <div className="f-grow">
        <Link to="/tickets/$key" params={{ key: draft.ticket.key }}>
          {draft.ticket.key} <bdi>{draft.ticket.title}</bdi>
        </Link>
        <div className="f-dim">
          <bdi>{draft.client.name}</bdi> · {sessions}
          {draft.recorded > 0 && ` · ${sayMinutes(draft.recorded)} recorded already`}
        </div>
      </div>
      <form
        className="f-time-draft-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (minutes !== null) onConfirm({ minutes, note });
        }}
      >
        <MinutesField brief label={`Time on ${draft.ticket.key}`} value={time} onChange={setTime} />
        <TextInput
          aria-label={`What was done on ${draft.ticket.key}`}
          placeholder="What was done"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" size="compact-md" disabled={busy || minutes === null}>
          Record
        </Button>
        <ActionIcon
          aria-label={`Put the draft of ${draft.ticket.key} aside`}
          data-tip="No work to record"
          disabled={busy}
          onClick={onRefuse}
        >
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </form>
    </li>
  );
}
