import type { ClockSummary } from '#shared/ticket.ts';
import { type ClockFace, clockFace, clockWords, targetName } from './clock.ts';
import { duration } from './duration.ts';
import { useNow } from './now.ts';
import { useReader } from './reader.ts';
import { exact } from './time.ts';
import './marks.css';

const RADIUS = 6;
const MINUTE = 60;
const AROUND = 2 * Math.PI * RADIUS;

function Ring({ face, size }: { face: ClockFace; size: number }) {
  const { tone, left } = face;
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" fill="none" className="f-icon">
      <circle cx="8" cy="8" r={RADIUS} className="f-ring-track" strokeWidth="2.5" />
      {tone !== 'none' && tone !== 'missed' && tone !== 'breached' && (
        <circle
          cx="8"
          cy="8"
          r={RADIUS}
          stroke="currentColor"
          strokeWidth="2.5"
          strokeDasharray={`${AROUND * left} ${AROUND}`}
          transform="rotate(-90 8 8)"
        />
      )}
      {tone === 'paused' && <path d="M6.6 6v4M9.4 6v4" stroke="currentColor" strokeWidth="1.6" />}
      {tone === 'met' && <path d="M5.3 8.2l1.9 1.9 3.6-3.9" stroke="currentColor" strokeWidth="1.6" />}
      {(tone === 'breached' || tone === 'missed') && (
        <>
          <circle cx="8" cy="8" r={RADIUS} stroke="currentColor" strokeWidth="2.5" />
          <path d="M8 4.8v3.6M8 10.6v.2" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        </>
      )}
    </svg>
  );
}

/** The short text beside the ring: `2h 15m`, `−35m` past the deadline, `paused`. */
function label(face: ClockFace, long: boolean): string {
  if (face.tone === 'met') return 'met';
  if (face.tone === 'missed') return 'missed';
  if (face.seconds === null) return '–';
  // A minus before “less than” reads like a slip; a column has room for two short words.
  if (face.seconds < 0 && face.seconds > -MINUTE) return long ? 'under a minute over' : 'just over';
  return `${face.seconds < 0 ? '−' : ''}${duration(face.seconds)}`;
}

/** An SLA clock as a ring that empties: calm, amber when at risk, red when overdue, grey and still when paused. */
export function SlaRing({
  clock,
  size = 16,
  bare = false,
  named = false,
}: {
  clock: ClockSummary | null;
  size?: number;
  bare?: boolean;
  /** Says which promise it is as well. */
  named?: boolean;
}) {
  const now = useNow();
  const reader = useReader();
  if (clock === null) return bare ? null : <span className="f-dim">–</span>;
  const face = clockFace(clock, now);
  const seconds = face.seconds ?? 0;
  const words = clockWords(face, clock.target, Math.abs(seconds) < MINUTE ? 'under a minute' : duration(seconds));
  const due =
    clock.dueAt && face.seconds !== null && face.tone !== 'paused' ? `, due ${exact(clock.dueAt, reader)}` : '';
  return (
    <span className="f-sla" data-tone={face.tone} data-tip={`${words}${due}`}>
      <Ring face={face} size={size} />
      {named && (
        <span aria-hidden="true" className="f-sla-name">
          {targetName(clock.target)}
        </span>
      )}
      {!bare && <span aria-hidden="true">{label(face, named)}</span>}
      <span className="f-hidden">{words}</span>
    </span>
  );
}
