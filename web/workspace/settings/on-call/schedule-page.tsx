import { Button, SegmentedControl } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useNow } from '#web/ui/marks/now.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { useCan } from '../../session/me.ts';
import { CoverForm } from './cover-form.tsx';
import { Covers } from './covers.tsx';
import { daysFrom, type Picture, partOf } from './picture.ts';
import { Strip } from './strip.tsx';
import { gapWords, leaveWords, limitedWords } from './words.ts';

const WEEK = 7;
const DAY_MS = 86_400_000;
const SPANS = { week: { days: WEEK, name: 'Week' }, month: { days: 4 * WEEK, name: 'Four weeks' } } as const;
type Span = keyof typeof SPANS;

const ms = ({ from, to }: { from: string; to: string }) => ({ from: Date.parse(from), to: Date.parse(to) });

/** Who is on call in a schedule, week by week, and who covers for whom. */
export default function SchedulePage() {
  const { id } = useParams({ from: '/workspace/settings/on-call/$id' });
  const can = useCan();
  const now = useNow();
  const [span, setSpan] = useState<Span>('week');
  const [weeks, setWeeks] = useState(0);
  const [covering, setCovering] = useState(false);
  const { data: schedule, error, refetch } = useGet('GET /on-call/schedules/{id}', { params: { id } });
  const timeZone = schedule?.timeZone ?? 'UTC';
  const reader = { ...useReader(), timeZone };
  // By the hour, so that what is asked for stays the same while one looks.
  const start = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const days = daysFrom(start + weeks * WEEK * DAY_MS, timeZone, SPANS[span].days);
  const window = { from: days[0] ?? 0, to: days.at(-1) ?? 0 };
  const query = { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() };
  const { data } = useGet(
    'GET /on-call/schedules/{id}/shifts',
    { params: { id }, query },
    { enabled: schedule !== undefined },
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const picture: Picture | undefined = data && {
    ...window,
    rows: [...data.layers, { name: 'On call', shifts: data.shifts }].map(({ name, shifts }) => ({
      name,
      pieces: shifts.map((shift) => ({ ...ms(shift), name: shift.staff.name })),
    })),
    gaps: data.gaps.map(ms),
  };
  const away = (data?.onLeave ?? []).map((one) => ({ ...ms(one), name: one.staff.name }));
  const warnings = picture
    ? [
        gapWords(picture.gaps, window.from, reader),
        leaveWords(away, window.from, reader),
        limitedWords(schedule?.limited ?? []),
      ].filter(Boolean)
    : [];
  return (
    <>
      <PageHead
        title={schedule?.name ?? 'On-call'}
        narrow
        actions={
          can('ticket.transition') && schedule && <Button onClick={() => setCovering(true)}>Cover a shift</Button>
        }
      />
      <PageBody narrow>
        <p className="f-plain">
          <Link to="/settings/on-call">All schedules</Link>
        </p>
        <Section title="Who is on call" help={`By the clock of ${timeZone.replaceAll('_', ' ')}.`}>
          <div className="f-strip-bar">
            <SegmentedControl
              aria-label="How much to show"
              data={Object.entries(SPANS).map(([value, { name }]) => ({ value, label: name }))}
              value={span}
              onChange={(next) => setSpan(next as Span)}
            />
            <Button variant="default" size="compact-sm" onClick={() => setWeeks(weeks - SPANS[span].days / WEEK)}>
              Earlier
            </Button>
            <Button variant="default" size="compact-sm" disabled={weeks === 0} onClick={() => setWeeks(0)}>
              Now
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setWeeks(weeks + SPANS[span].days / WEEK)}>
              Later
            </Button>
          </div>
          {!picture && <SkeletonLines lines={4} />}
          {picture && span === 'week' && <Strip picture={picture} timeZone={timeZone} now={now} />}
          {picture && span === 'month' && (
            <div className="f-strip-weeks">
              {[0, 1, 2, 3].map((week) => (
                <Strip
                  key={week}
                  picture={partOf(picture, { from: days[week * WEEK] ?? 0, to: days[(week + 1) * WEEK] ?? 0 }, 'last')}
                  timeZone={timeZone}
                  now={now}
                />
              ))}
            </div>
          )}
          {warnings.map((warning) => (
            <p key={warning} className="f-gap-note" role="status">
              {warning}
            </p>
          ))}
        </Section>
        {schedule && <Covers schedule={schedule} />}
      </PageBody>
      <Dialog title="Cover a shift" opened={covering} onClose={() => setCovering(false)}>
        {covering && <CoverForm scheduleId={id} timeZone={timeZone} onClose={() => setCovering(false)} />}
      </Dialog>
    </>
  );
}
