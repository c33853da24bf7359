import type { ServiceStatus } from '#shared/announcement.ts';
import { useNow } from '../marks/now.ts';
import { daysOf, troubledDays } from './days.ts';
import './status.css';

/** The last 90 days of a service, a stroke a day; `say` tells in words on how many something was wrong. */
export function DaysBar({ past, say }: { past: ServiceStatus['past']; say(days: number): string }) {
  const days = daysOf(past, useNow());
  return (
    <span className="f-status-bar" role="img" aria-label={say(troubledDays(days))} data-tip={say(troubledDays(days))}>
      {days.map(({ day, state }) => (
        <span key={day} data-state={state} />
      ))}
    </span>
  );
}
