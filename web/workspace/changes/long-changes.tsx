import type { CalendarChange } from '#shared/change-schedule.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { ChangeCard } from './change-card.tsx';
import { type CalendarDay, isOn } from './days.ts';
import { between } from './words.ts';

type Props = { changes: readonly CalendarChange[]; days: readonly CalendarDay[] };

/** Changes that take longer than a day, each as one bar over those of a week's days that it is on. */
export function LongChanges({ changes, days }: Props) {
  const reader = useReader();
  if (changes.length === 0) return null;
  return (
    <section className="f-long-changes" aria-label="Longer than a day">
      {changes.map((change) => {
        const [first, ...others] = days.flatMap((day, at) => (isOn(change, day) ? [at + 1] : []));
        if (first === undefined) return null;
        return (
          <ChangeCard
            key={change.id}
            change={change}
            className="f-long-change"
            when={between(change, Date.now(), reader)}
            style={{ gridColumn: `${first} / span ${others.length + 1}` }}
          />
        );
      })}
    </section>
  );
}
