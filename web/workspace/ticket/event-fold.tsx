import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { TimelineEntry } from '#shared/ticket.ts';
import { IconChevronRight } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

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
        <EventLine key={entry.id} entry={entry} clock />
      ))}
    </ul>
  );
}

/** One change; `clock` tells the time only, where the day stands above. */
export function EventLine({ entry, clock = false }: { entry: TimelineEntry; clock?: boolean }) {
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
                <Value of={before} /> → <Value of={after} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** A value before or after a change; an instant is told in the reader's zone. */
function Value({ of }: { of: string }) {
  if (INSTANT.test(of)) return <TimeAgo at={of} long />;
  return <bdi className={of === 'nothing' ? 'f-dim' : undefined}>{of || 'nothing'}</bdi>;
}
