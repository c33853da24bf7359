import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { TimelineEntry } from '#shared/ticket.ts';
import { IconChevronRight } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

const FEW = 3;

/** What the program or people changed between two messages: a line each, which opens to the values before and after. */
export function EventFold({ entries }: { entries: readonly TimelineEntry[] }) {
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
        <EventLine key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

/** One change. */
export function EventLine({ entry }: { entry: TimelineEntry }) {
  const [open, setOpen] = useState(false);
  const { actor, sentence, at, changes } = entry;
  const line = (
    <>
      <span className="f-event-text">
        <bdi>{actor.name}</bdi> {sentence}
      </span>
      <TimeAgo at={at} />
    </>
  );
  if (changes.length === 0) return <li className="f-event">{line}</li>;
  return (
    <li>
      <UnstyledButton className="f-event" aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={13} aria-hidden="true" />
        {line}
      </UnstyledButton>
      {open && (
        <dl className="f-facts f-event-changes">
          {changes.map(({ field, label, before, after }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                <bdi>{before || 'empty'}</bdi> → <bdi>{after || 'empty'}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
