import type { ClockView } from '#shared/service-level.ts';
import { duration } from '#web/ui/marks/time.ts';

const WIDTH = 400;

/** The clock as a bar of working time: what ran, where it paused, and how far the target is. */
export function SlaPicture({ clock }: { clock: ClockView }) {
  const used = clock.consumedSeconds;
  const whole = Math.max(used, clock.targetSeconds, 1);
  const scale = WIDTH / whole;
  const marks = marksOf(clock).map(({ at, seconds, kind, key }) => ({
    x: at * scale,
    width: kind === 'paused' ? 3 : seconds * scale,
    kind,
    key,
  }));
  const label = `${duration(used)} of ${duration(clock.targetSeconds)} working time used`;
  return (
    <figure className="f-sla-picture">
      <svg
        viewBox={`0 0 ${WIDTH} 16`}
        width="100%"
        height="16"
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <rect x="0" y="5" width={WIDTH} height="6" rx="3" className="f-sla-rest" />
        {marks.map(({ x, width, kind, key }) => (
          <rect
            key={key}
            x={x}
            y={kind === 'paused' ? 1 : 5}
            width={Math.max(width, 1)}
            height={kind === 'paused' ? 14 : 6}
            data-kind={kind}
          />
        ))}
        <rect
          x={Math.min(clock.targetSeconds * scale, WIDTH - 2)}
          y="0"
          width="2"
          height="16"
          className="f-sla-target"
        />
      </svg>
      <figcaption className="f-dim" aria-hidden="true">
        {label}
      </figcaption>
    </figure>
  );
}

type Mark = { at: number; seconds: number; kind: 'ran' | 'late' | 'paused'; key: string };

/**
 * What ran and where it paused, in working seconds from the start. A stretch that goes past the target is cut there; a
 * pause uses no working time: it is a notch where it happened. A clock that began again shows its last round.
 */
export function marksOf({ intervals, targetSeconds, consumedSeconds }: ClockView): Mark[] {
  const ran = intervals.reduce((sum, { kind, seconds }) => sum + (kind === 'ran' ? seconds : 0), 0);
  let at = consumedSeconds - ran;
  const marks: Mark[] = [];
  for (const { kind, seconds, from } of intervals) {
    if (kind === 'over') continue;
    if (kind === 'paused') {
      if (at >= 0) marks.push({ at, seconds: 0, kind, key: `${from} paused` });
      continue;
    }
    const [start, end] = [Math.max(0, at), at + seconds];
    const inTime = Math.min(end, targetSeconds) - start;
    if (inTime > 0) marks.push({ at: start, seconds: inTime, kind: 'ran', key: `${from} ran` });
    const late = end - Math.max(start, targetSeconds);
    if (late > 0) marks.push({ at: Math.max(start, targetSeconds), seconds: late, kind: 'late', key: `${from} late` });
    at = end;
  }
  return marks;
}
