import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { ClockView } from '#shared/service-level.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { zoneName } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { type Mark, marksOf } from './marks.ts';
import { closedOf, type Stretch, stretchesOf } from './stretches.ts';
import { ticksOf } from './ticks.ts';
import { KINDS, stretchWords } from './words.ts';
import './sla.css';

/** How far a key goes. */
const WAYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};
/** The part of the width that a label takes; one that begins later would stick out. */
const LABEL = 0.12;
const LEGEND = ['ran', 'late', 'paused', 'closed', 'ahead'] as const;

/**
 * A round of a clock (its last one, unless another is named) on the reader's time line: what ran, waited or was closed, thresholds, when it is due, and now. Each part
 * says what it was under the pointer, and by the arrow keys.
 */
export function SlaPicture({ clock, name, round }: { clock: ClockView; name: string; round?: number | undefined }) {
  const reader = useReader();
  const now = useNow();
  const [chosen, setChosen] = useState<number | null>(null);
  const stretches = stretchesOf(clock, round);
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return null;
  const all = marksOf(clock, now, round);
  const from = first.from;
  // A threshold that is far beyond the deadline would only press the rest together.
  const to = Math.max(last.to, ...all.filter(({ kind }) => kind !== 'threshold').map(({ at }) => at), from + 1);
  const closed = closedOf(clock).filter((one) => one.to > from && one.from < to);
  const marks = all.filter(({ at }) => at <= to);
  const place = (at: number) => `${(100 * (Math.min(Math.max(at, from), to) - from)) / (to - from)}%`;
  const bar = ({ from: begin, to: end }: { from: number; to: number }) => ({
    left: place(begin),
    width: `${(100 * (end - begin)) / (to - from)}%`,
  });
  const shown = chosen === null ? undefined : stretches[chosen];
  const onKeyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const end = stretches.length - 1;
    setChosen(Math.min(Math.max(way(chosen ?? (event.key === 'ArrowLeft' ? end + 1 : -1), end), 0), end));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = from + ((event.clientX - left) / width) * (to - from);
    const under = stretches.findIndex((one) => one.from <= at && at <= one.to);
    setChosen(under < 0 ? null : under);
  };
  return (
    <figure className="f-timeline">
      <div
        className="f-timeline-bar"
        role="slider"
        tabIndex={0}
        aria-label={`${name}: what counted and what did not`}
        aria-valuemin={1}
        aria-valuemax={stretches.length}
        aria-valuenow={(chosen ?? 0) + 1}
        aria-valuetext={stretchWords(shown ?? first, reader)}
        onKeyDown={onKeyDown}
        onFocus={() => setChosen((now) => now ?? 0)}
        onBlur={() => setChosen(null)}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onPointerLeave={() => setChosen(null)}
      >
        {stretches.map((stretch, index) => (
          <span
            key={`${stretch.from} ${stretch.kind}`}
            className="f-timeline-part"
            data-kind={stretch.kind}
            data-shown={index === chosen || undefined}
            style={bar(stretch)}
          />
        ))}
        {closed.map((one) => (
          <span key={one.from} className="f-timeline-closed" style={bar(one)} />
        ))}
        {marks.map(({ kind, at }) => (
          <span key={`${kind} ${at}`} className="f-timeline-mark" data-kind={kind} style={{ left: place(at) }} />
        ))}
      </div>
      <div className="f-timeline-ticks" aria-hidden="true">
        {ticksOf(from, to, reader).map(({ at, label, midnight }) => (
          <span key={at} data-midnight={midnight || undefined} style={{ left: place(at) }}>
            {(to - at) / (to - from) > LABEL && label}
          </span>
        ))}
      </div>
      <figcaption>
        <p className="f-timeline-said" aria-hidden="true">
          {shown ? stretchWords(shown, reader) : <Legend stretches={stretches} isClosed={closed.length > 0} />}
        </p>
        <Marks marks={marks} />
      </figcaption>
    </figure>
  );
}

function Legend({ stretches, isClosed }: { stretches: readonly Stretch[]; isClosed: boolean }) {
  const shown = LEGEND.filter((kind) => (kind === 'closed' ? isClosed : stretches.some((one) => one.kind === kind)));
  return shown.map((kind) => (
    <span key={kind} className="f-timeline-key">
      <span className="f-timeline-part" data-kind={kind} /> {KINDS[kind]}
    </span>
  ));
}

function Marks({ marks }: { marks: readonly Mark[] }) {
  const reader = useReader();
  return (
    <ul className="f-timeline-marks">
      {marks.map(({ kind, at, name }) => (
        <li key={`${kind} ${at}`}>
          <span className="f-timeline-mark" data-kind={kind} aria-hidden="true" /> {name}{' '}
          {kind !== 'now' && dayAndTime(new Date(at).toISOString(), Date.now(), reader)}
        </li>
      ))}
      <li className="f-dim">Times in {zoneName(reader)}</li>
    </ul>
  );
}
