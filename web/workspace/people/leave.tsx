import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { day } from '#web/ui/marks/time.ts';
import { send } from '../session/send.ts';

const DAY_MS = 86_400_000;
const startOf = (date: string) => new Date(`${date}T00:00`);

/** When somebody is away, and noting more of it. Whole days by the clock of this browser. */
export function Leave({ staffId, mayEdit }: { staffId: string; mayEdit: boolean }) {
  const reader = useReader();
  const { data } = useGet('GET /staff/{id}/leave', { params: { id: staffId } });
  const now = Date.now();
  const ahead = data?.items.filter(({ endsAt }) => Date.parse(endsAt) > now);
  const lastDay = (endsAt: string) => day(new Date(Date.parse(endsAt) - 1).toISOString(), now, reader);
  return (
    <>
      {!data && <SkeletonLines lines={2} />}
      {ahead?.length === 0 && <p className="f-plain f-dim">None planned.</p>}
      <ul className="f-lines">
        {ahead?.map(({ id, startsAt, endsAt, note }) => (
          <li key={id}>
            {day(startsAt, now, reader)} – {lastDay(endsAt)}
            <span className="f-dim">{note}</span>
          </li>
        ))}
      </ul>
      {mayEdit && <AddLeave key={data?.items.length} staffId={staffId} />}
    </>
  );
}

function AddLeave({ staffId }: { staffId: string }) {
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
            startsAt: startOf(startsAt).toISOString(),
            endsAt: new Date(startOf(endsAt).getTime() + DAY_MS).toISOString(),
            note,
          },
        },
        ['GET /staff/{id}/leave', 'GET /staff'],
      ),
  });
  return (
    <FormShell form={form} submit="Add leave">
      <div className="f-form-pair">
        <TextField form={form} name="startsAt" type="date" label="First day" />
        <TextField form={form} name="endsAt" type="date" label="Last day" />
      </div>
      <TextField form={form} name="note" label="Note" maxLength={300} />
    </FormShell>
  );
}
