import { Checkbox } from '@mantine/core';
import type { MeetingView } from '#shared/cab.ts';
import { useDo } from '#web/api/use.ts';
import '#web/ui/form/form.css';
import { useCan } from '../../session/me.ts';
import { TOUCHED } from './touched.ts';

/** Who is there; enough of them have to be before anything is decided. */
export function Presence({ meeting: { id, people, board, state } }: { meeting: MeetingView }) {
  const may = useCan()('cab.run') && state === 'running';
  const put = useDo('PUT /cab-meetings/{meetingId}/presence', { failed: 'Not noted', refresh: TOUCHED });
  const there = people.filter(({ present }) => present).length;
  return (
    <fieldset className="f-bare f-cab-people">
      <legend className="f-legend">
        There: {there} of {people.length}
        {there < board.quorum && state === 'running' && ` · the board decides once ${board.quorum} are there`}
      </legend>
      {people.map(({ staff, present }) => (
        <Checkbox
          key={staff.id}
          label={<bdi>{staff.name}</bdi>}
          checked={present}
          disabled={!may || put.isPending}
          onChange={(event) =>
            put.mutate({ params: { meetingId: id }, body: { staffId: staff.id, present: event.currentTarget.checked } })
          }
        />
      ))}
    </fieldset>
  );
}
