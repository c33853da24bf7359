import { Link } from '@tanstack/react-router';
import type { OnCallCover } from '#shared/change-schedule.ts';
import { useCan } from '../session/me.ts';
import { type CalendarDay, isOn } from './days.ts';

/** Who is on call on a day, a line for each schedule; where at some time nobody is, that is said, with the way to the schedule. */
export function DayCover({ cover, day }: { cover: readonly OnCallCover[]; day: CalendarDay }) {
  const maySee = useCan()('team.read');
  return (
    <>
      {cover.map(({ schedule, shifts, gaps }) => {
        const names = [...new Set(shifts.filter((one) => isOn(one, day)).map(({ staff }) => staff.name))];
        const isBare = gaps.some((gap) => isOn(gap, day));
        const title = `On call, ${schedule.name}: ${names.join(', ') || 'nobody'}${isBare && names.length > 0 ? '; at some time nobody' : ''}`;
        const line = (
          <>
            <span className="f-hidden">{title}</span>
            <span aria-hidden="true">
              {names.length > 0 && 'On call: '}
              <bdi>{names.join(', ') || 'Nobody on call'}</bdi>
              {isBare && names.length > 0 && ' · gaps'}
            </span>
          </>
        );
        return (
          <div key={schedule.id} className="f-day-cover f-cut" data-bare={isBare || undefined} title={title}>
            {maySee && (isBare || names.length === 0) ? (
              <Link to="/settings/on-call/$id" params={{ id: schedule.id }}>
                {line}
              </Link>
            ) : (
              line
            )}
          </div>
        );
      })}
    </>
  );
}
