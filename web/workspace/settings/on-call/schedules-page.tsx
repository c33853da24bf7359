import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ScheduleRow } from '#shared/on-call.ts';
import { useGet } from '#web/api/use.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { stretchWords } from './words.ts';

/** Who is on call: each schedule with who it is now, and the next time that it is nobody. */
export default function SchedulesPage() {
  const can = useCan();
  const { data, error, refetch } = useGet('GET /on-call/schedules', {});
  return (
    <RecordList<ScheduleRow>
      title="On-call"
      one="schedule"
      help="Who is there when nobody else is: people take turns, by day or by week, and cover for each other."
      empty="With a schedule, whoever is on call is found at three in the morning without a list on the wall."
      size={760}
      lines={data?.items.map((schedule) => ({
        record: schedule,
        id: schedule.id,
        name: schedule.name,
        words: `${schedule.team?.name ?? ''} ${schedule.now.staff?.name ?? ''}`,
        marks: <Marks schedule={schedule} />,
        note: <Note schedule={schedule} />,
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('settings.manage')}
      actions={({ id, name }) => (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`Shifts of ${name}`}
          renderRoot={(props) => <Link {...props} to="/settings/on-call/$id" params={{ id }} />}
        >
          Shifts
        </Button>
      )}
      form={(schedule, onClose) => <ScheduleForm schedule={schedule} onClose={onClose} />}
    />
  );
}

function Marks({ schedule: { now, nextGap } }: { schedule: ScheduleRow }) {
  if (!now.staff) return <Badge color="red">Nobody on call</Badge>;
  return nextGap ? <Badge color="yellow">Gap ahead</Badge> : null;
}

function Note({ schedule: { now, nextGap, team, timeZone, usedBy } }: { schedule: ScheduleRow }) {
  const reader = { ...useReader(), timeZone };
  const at = Date.now();
  const until = now.until ? ` until ${dayAndTime(now.until, at, reader)}` : '';
  const gap = nextGap && { from: Date.parse(nextGap.from), to: Date.parse(nextGap.to) };
  const parts = [
    now.staff ? `${now.staff.name}${until}` : `Nobody${until}`,
    gap && now.staff && `nobody ${stretchWords(gap, at, reader)}`,
    team?.name,
    timeZone,
    usedBy.length > 0 && `called by ${usedBy.map(({ name }) => name).join(', ')}`,
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
