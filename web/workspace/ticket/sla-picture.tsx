import type { ClockView } from '#shared/service-level.ts';
import { duration } from '#web/ui/marks/time.ts';

const WIDTH = 400;

/** The clock as a bar of working time: what ran, where it paused, and how far the target is. */
export function SlaPicture({ clock }: { clock: ClockView }) {
  const ran = clock.intervals.filter(({ kind }) => kind !== 'paused');
  const used = ran.reduce((sum, { seconds }) => sum + seconds, 0);
  const whole = Math.max(used, clock.targetSeconds, 1);
  const scale = WIDTH / whole;
  let at = 0;
  const marks: { x: number; width: number; kind: ClockView['intervals'][number]['kind']; key: string }[] = [];
  for (const { kind, seconds, from } of clock.intervals) {
    // A pause uses no working time of the clock: it is a notch where it happened.
    marks.push({ x: at * scale, width: kind === 'paused' ? 3 : seconds * scale, kind, key: `${from} ${kind}` });
    if (kind !== 'paused') at += seconds;
  }
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
