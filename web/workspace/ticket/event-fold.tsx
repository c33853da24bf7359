import { UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { IconChevronRight } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { takeBack, undoEvent } from '../actions/index.ts';
import { MergedFrom } from './merged-from.tsx';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

const FEW = 3;

type Of = Pick<TicketView, 'id' | 'key'>;

type FoldProps = {
  entries: readonly TimelineEntry[];
  /** Those of another day than the one named above. */
  later: readonly string[];
  ticket: Of;
  said: string;
};

/** What the program or people changed between two messages: a line each, which opens to the values before and after. */
export function EventFold({ entries, later, ticket, said }: FoldProps) {
  const [all, setAll] = useState(entries.length <= FEW);
  const shown = all ? entries : entries.slice(-1);
  return (
    <ul className="f-events" aria-label="What happened">
      {!all && (
        <li>
          <UnstyledButton className="f-event-more" onClick={() => setAll(true)}>
            {entries.length - 1} earlier changes
          </UnstyledButton>
        </li>
      )}
      {shown.map((entry) => (
        <EventLine key={entry.id} entry={entry} ticket={ticket} said={said} clock={!later.includes(entry.id)} />
      ))}
    </ul>
  );
}

type LineProps = {
  entry: TimelineEntry;
  ticket: Of;
  /** What was said just before it, which is not said again. */
  said?: string;
  /** Only the time, where the day stands above. */
  clock?: boolean;
};

/** One change, with what the client reads of a resolution, and the way to take it back. */
export function EventLine({ entry, ticket, said = '', clock = false }: LineProps) {
  const [open, setOpen] = useState(false);
  const { actor, sentence, at, changes } = entry;
  const line = (
    <>
      <span className="f-event-text">
        <bdi>{actor.name}</bdi> {sentence}
      </span>
      <TimeAgo at={at} clock={clock} long={!clock} />
    </>
  );
  const undo = entry.undoable && <TakeBack entry={entry} ticket={ticket} />;
  const written = changes.find(({ field, after }) => field === 'resolution_note' && after !== 'nothing')?.after;
  if (changes.length === 0)
    return (
      <li className="f-event-line">
        <span className="f-event">{line}</span>
        {undo}
        {entry.mergedFrom && <MergedFrom from={entry.mergedFrom} into={ticket} />}
      </li>
    );
  return (
    <li className="f-event-line">
      <UnstyledButton className="f-event" aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={13} aria-hidden="true" />
        {line}
      </UnstyledButton>
      {undo}
      {written && written !== said && !open && (
        <blockquote className="f-event-quote">
          <bdi>{written}</bdi>
        </blockquote>
      )}
      {open && (
        <dl className="f-facts f-event-changes">
          {changes.map(({ field, label, before, after }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                <Value of={before} /> → <Value of={after} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** One's own change, for as long as nothing stands on it. */
function TakeBack({ entry, ticket }: { entry: TimelineEntry; ticket: Of }) {
  const back = useMutation({ mutationFn: () => takeBack([undoEvent(ticket, entry.id)]) });
  return (
    <UnstyledButton
      className="f-event-undo"
      aria-label={`Undo: ${entry.sentence}`}
      disabled={back.isPending}
      onClick={() => back.mutate()}
    >
      Undo
    </UnstyledButton>
  );
}

/** A value before or after a change; an instant is told in the reader's zone. */
function Value({ of }: { of: string }) {
  if (INSTANT.test(of)) return <TimeAgo at={of} long />;
  return <bdi className={of === 'nothing' ? 'f-dim' : undefined}>{of || 'nothing'}</bdi>;
}
