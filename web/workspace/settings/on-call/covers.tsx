import { Button } from '@mantine/core';
import type { OverrideView, ScheduleView } from '#shared/on-call.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';
import { stretchWords } from './words.ts';

/** Who covers for whom, as far as it is not over; what is one's own can be taken away. */
export function Covers({ schedule: { id, timeZone, overrides } }: { schedule: ScheduleView }) {
  const can = useCan();
  const reader = { ...useReader(), timeZone };
  const remove = async ({ id: overrideId, staff, startsAt, endsAt, note }: OverrideView) => {
    try {
      await send('DELETE /on-call/schedules/{id}/overrides/{overrideId}', { params: { id, overrideId } }, TOUCHED);
      toast.done(`${staff.name} covers no more`, {
        undo: () =>
          send(
            'POST /on-call/schedules/{id}/overrides',
            { params: { id }, body: { staffId: staff.id, startsAt, endsAt, note } },
            TOUCHED,
          ).catch((error: unknown) => toast.fault(error, 'Not undone')),
      });
    } catch (error) {
      toast.fault(error, 'Not removed');
    }
  };
  return (
    <Section title="Cover" help="For these times somebody is on call whatever the rotations say.">
      {overrides.length === 0 && <p className="f-plain f-dim">Nobody covers for anybody.</p>}
      <ul className="f-lines">
        {overrides.map((one) => (
          <li key={one.id}>
            <div>
              <bdi>{one.staff.name}</bdi>
              <div className="f-dim">
                {stretchWords({ from: Date.parse(one.startsAt), to: Date.parse(one.endsAt) }, Date.now(), reader)}
                {one.note && ` · ${one.note}`}
              </div>
            </div>
            {(one.mine || can('settings.manage')) && can('ticket.transition') && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Remove the cover by ${one.staff.name}`}
                onClick={() => void remove(one)}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
