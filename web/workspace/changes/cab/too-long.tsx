import { Button } from '@mantine/core';
import type { MeetingView } from '#shared/cab.ts';
import { useDo } from '#web/api/use.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useCan } from '../../session/me.ts';
import { tooLong } from './fit.ts';
import { TOUCHED } from './touched.ts';
import { clock } from './words.ts';

/** That an agenda takes longer than its meeting, and dividing the time evenly; or that it is divided. */
export function TooLong({ meeting }: { meeting: MeetingView }) {
  const now = useNow();
  const may = useCan()('cab.run');
  const save = useDo('PATCH /cab-meetings/{meetingId}', { failed: 'Not divided', refresh: TOUCHED });
  const usual = meeting.board.itemMinutes * 60;
  const fit = tooLong(meeting, now);
  const isDivided = meeting.itemSeconds !== usual && (meeting.state === 'planned' || meeting.state === 'running');
  if (!fit && !isDivided) return null;
  const give = (itemSeconds: number | null) =>
    save.mutate({ params: { meetingId: meeting.id }, body: { version: meeting.version, itemSeconds } });
  return (
    <div className="f-cab-long" role="status">
      {fit && <p className="f-plain">{sentence(fit, meeting)}</p>}
      {!fit && <p className="f-plain f-dim">Each change has {clock(meeting.itemSeconds)}.</p>}
      {may && (
        <div className="f-slots">
          {fit?.each && (
            <Button size="compact-sm" variant="default" loading={save.isPending} onClick={() => give(fit.each)}>
              Give each {clock(fit.each)}
            </Button>
          )}
          {isDivided && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              disabled={save.isPending}
              onClick={() => give(null)}
            >
              Back to {clock(usual)} each
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function sentence({ open, needs, has }: NonNullable<ReturnType<typeof tooLong>>, { state, itemSeconds }: MeetingView) {
  const what =
    open === 1 ? `1 change takes ${clock(needs)}` : `${open} changes at ${clock(itemSeconds)} take ${clock(needs)}`;
  if (has === 0) return `The time is over, and ${open === 1 ? '1 change is' : `${open} changes are`} left.`;
  return state === 'running'
    ? `It gets too long: ${what}, and ${clock(has)} are left.`
    : `The agenda is too long: ${what}, and the meeting has ${clock(has)}.`;
}
