import { Button } from '@mantine/core';
import type { LeaveView } from '#client/index.ts';
import { dayStart } from '#kernel/day.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { zoneNote } from '#web/ui/form/zone-note.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { day } from '#web/ui/marks/time.ts';
import { send } from '../session/send.ts';

const TOUCHED = ['GET /staff/{id}/leave', 'GET /staff'] as const;

/** When somebody is away, and noting more of it. Whole days by their own clock, wherever whoever looks is. */
export function Leave({ staffId, timeZone, mayEdit }: { staffId: string; timeZone: string; mayEdit: boolean }) {
  const reader = { ...useReader(), timeZone };
  const { data } = useGet('GET /staff/{id}/leave', { params: { id: staffId } });
  const now = Date.now();
  const ahead = data?.items.filter(({ endsAt }) => Date.parse(endsAt) > now);
  const lastDay = (endsAt: string) => day(new Date(Date.parse(endsAt) - 1).toISOString(), now, reader);
  const remove = async ({ id, startsAt, endsAt, note }: LeaveView) => {
    const params = { id: staffId };
    try {
      await send('DELETE /staff/{id}/leave/{leaveId}', { params: { ...params, leaveId: id } }, TOUCHED);
      toast.done('The leave is removed', {
        undo: () =>
          send('POST /staff/{id}/leave', { params, body: { startsAt, endsAt, note: note ?? '' } }, TOUCHED).catch(
            (error: unknown) => toast.fault(error, 'Not undone'),
          ),
      });
    } catch (error) {
      toast.fault(error, 'Not removed');
    }
  };
  return (
    <>
      {!data && <SkeletonLines lines={2} />}
      {ahead?.length === 0 && <p className="f-plain f-dim">None planned.</p>}
      <ul className="f-lines">
        {ahead?.map((leave) => (
          <li key={leave.id}>
            <div>
              {day(leave.startsAt, now, reader)} – {lastDay(leave.endsAt)}
              {leave.note && <div className="f-dim">{leave.note}</div>}
            </div>
            {mayEdit && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Remove the leave from ${day(leave.startsAt, now, reader)}`}
                onClick={() => void remove(leave)}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && <AddLeave key={data?.items.length} staffId={staffId} timeZone={timeZone} />}
    </>
  );
}

function AddLeave({ staffId, timeZone }: { staffId: string; timeZone: string }) {
  const zone = zoneNote(timeZone);
  const said = zone ? { description: zone } : {};
  const form = useForm({
    values: { startsAt: '', endsAt: '', note: '' },
    rules: {
      startsAt: needed('the first day'),
      endsAt: (last, { startsAt }) =>
        last === '' ? 'Enter the last day.' : last < startsAt ? 'The last day is before the first.' : null,
    },
    save: ({ values: { startsAt, endsAt, note } }) =>
      send(
        'POST /staff/{id}/leave',
        {
          params: { id: staffId },
          body: {
            startsAt: dayStart(startsAt, timeZone) ?? '',
            endsAt: dayStart(endsAt, timeZone, 1) ?? '',
            note,
          },
        },
        TOUCHED,
      ),
  });
  return (
    <FormShell form={form} submit="Add leave">
      <div className="f-form-pair">
        <TextField form={form} name="startsAt" type="date" label="First day" {...said} />
        <TextField form={form} name="endsAt" type="date" label="Last day" {...said} />
      </div>
      <TextField form={form} name="note" label="Note" maxLength={300} />
    </FormShell>
  );
}
