import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MyShift } from '#shared/on-call.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { useCan } from '../session/me.ts';
import { CoverForm } from '../settings/on-call/cover-form.tsx';
import { stretchWords } from '../settings/on-call/words.ts';

/** When I am on call in the next weeks; each shift can be handed on. */
export default function MyOnCallPage() {
  const can = useCan();
  const reader = useReader();
  const [handing, setHanding] = useState<MyShift | null>(null);
  const { data, error, refetch } = useGet('GET /me/on-call', {});
  return (
    <Section title="Your next shifts" help="The next four weeks, by your own clock.">
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data?.items.length === 0 && <p className="f-plain f-dim">You are not on call.</p>}
      <ul className="f-lines">
        {data?.items.map((shift) => {
          const when = stretchWords({ from: Date.parse(shift.from), to: Date.parse(shift.to) }, Date.now(), reader);
          return (
            <li key={`${shift.schedule.id} ${shift.from}`}>
              <div>
                {when}
                <div className="f-dim">
                  {can('settings.read') ? (
                    <Link to="/settings/on-call/$id" params={{ id: shift.schedule.id }}>
                      {shift.schedule.name}
                    </Link>
                  ) : (
                    shift.schedule.name
                  )}
                </div>
              </div>
              {can('ticket.transition') && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Find cover for ${when}`}
                  onClick={() => setHanding(shift)}
                >
                  Find cover
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Dialog title="Hand on a shift" opened={handing !== null} onClose={() => setHanding(null)}>
        {handing && (
          <CoverForm
            scheduleId={handing.schedule.id}
            shift={handing}
            timeZone={reader.timeZone}
            onClose={() => setHanding(null)}
          />
        )}
      </Dialog>
    </Section>
  );
}
