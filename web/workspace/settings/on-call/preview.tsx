import { useMemo } from 'react';
import { validateSchedule } from '#kernel/on-call.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { daysFrom, draftPicture, partOf, within } from './picture.ts';
import type { ScheduleValues } from './schedule-values.ts';
import { Strip } from './strip.tsx';
import { useNames } from './use-names.ts';
import { gapWords } from './words.ts';

const WEEK = 7;
const AHEAD = 28;

/** The coming week as the form would have it, and whether anybody is missing in the next four. */
export function Preview({ values }: { values: ScheduleValues }) {
  const { activeName } = useNames();
  const { timeZone, layers } = values;
  const reader = { ...useReader(), timeZone };
  const faulty = validateSchedule({ timeZone, layers }).length > 0;
  const drawn = useMemo(() => {
    if (faulty) return null;
    const days = daysFrom(Date.now(), timeZone, AHEAD);
    const [from = 0, week = 0, to = 0] = [days[0], days[WEEK], days[AHEAD]];
    const whole = draftPicture({ timeZone, layers }, activeName, { from, to });
    return { whole, week: partOf(whole, { from, to: week }, 'all') };
  }, [faulty, timeZone, layers, activeName]);
  if (!drawn)
    return <p className="f-plain f-dim">The picture comes when every rotation has people and hours that fit.</p>;
  const ahead = within(drawn.whole.gaps, { from: Date.now(), to: drawn.whole.to });
  const gap = gapWords(ahead, drawn.whole.from, reader);
  return (
    <>
      <Strip picture={drawn.week} timeZone={timeZone} />
      {gap ? (
        <p className="f-gap-note" role="status">
          In the next four weeks: {gap}
        </p>
      ) : (
        <p className="f-plain f-dim" role="status">
          Somebody is on call at any time in the next four weeks.
        </p>
      )}
    </>
  );
}
