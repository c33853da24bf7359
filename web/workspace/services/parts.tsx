import { Badge } from '@mantine/core';
import { percentWords } from '#kernel/percent-words.ts';
import type { ServiceHealth } from '#shared/service.ts';
import type { HealthLevel } from '#shared/service-words.ts';
import { HEALTH_COLOURS, HEALTH_WORDS } from './words.ts';

export function HealthBadge({ level }: { level: HealthLevel }) {
  return <Badge color={HEALTH_COLOURS[level]}>{HEALTH_WORDS[level]}</Badge>;
}

/** How much of the agreed time it was there, beside what is promised: missed where it is less. */
export function Available({ percent, target }: { percent: number | null; target: number | null }) {
  if (percent === null) return <span className="f-dim">Nothing agreed</span>;
  const isMissed = target !== null && percent < target;
  return (
    <span className="f-service-percent" data-missed={isMissed || undefined}>
      {percentWords(percent)}
      {target !== null && <span className="f-dim"> of {target} %</span>}
      {isMissed && <span className="f-hidden">, missed</span>}
    </span>
  );
}

/** Why a service does as it does: each reason with what it weighs, and what the sum means. */
export function Reasons({
  health: { reasons, points },
  watchFrom,
  poorFrom,
}: {
  health: Pick<ServiceHealth, 'reasons' | 'points'>;
  watchFrom: number;
  poorFrom: number;
}) {
  return (
    <>
      {reasons.length === 0 ? (
        <p className="f-plain">Nothing is known against it.</p>
      ) : (
        <ul className="f-service-reasons">
          {reasons.map(({ points: weight, text }) => (
            <li key={text}>
              <span className="f-service-points">{weight}</span> {text}
            </li>
          ))}
        </ul>
      )}
      <p className="f-plain f-dim">
        {points} {points === 1 ? 'point' : 'points'}. From {watchFrom} on it is to be watched, from {poorFrom} on it
        does poorly.
      </p>
    </>
  );
}
