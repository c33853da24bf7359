import type { BoardView } from '#shared/cab.ts';
import { named } from '#web/ui/form/choices.ts';
import { NumberField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useTeams } from '../../desk/names.ts';
import { useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { RuleFields } from '../../settings/library/rule-fields.tsx';
import { newRule, type RuleValues, ruleOf, ruleValues } from '../../settings/library/rule-values.ts';
import { TOUCHED } from './touched.ts';
import '../../settings/library/library.css';

type Values = RuleValues & {
  name: string;
  teamId: string | null;
  quorum: number | null;
  meets: 'again' | 'appointment';
  timeZone: string;
  minutes: number | null;
  itemMinutes: number | null;
  place: string;
};

const MEETS = [
  { value: 'again', label: 'Again and again' },
  { value: 'appointment', label: 'By appointment' },
];

/** A board: its team, how many have to be there, when it meets and how long. */
export function BoardForm({ board, onClose }: { board: BoardView | null; onClose(): void }) {
  const me = useMe();
  const today = dayIn(Date.now(), me.timeZone);
  const teams = useTeams().filter(({ active, id }) => active || id === board?.teamId);
  const form = useForm<Values>({
    values: {
      ...(board?.recurrence ? ruleValues(board.recurrence) : newRule(today)),
      ...{ name: board?.name ?? '', teamId: board?.teamId ?? null, quorum: board?.quorum ?? 2 },
      meets: board && board.recurrence === null ? 'appointment' : 'again',
      ...{ timeZone: board?.timeZone ?? me.timeZone, minutes: board?.minutes ?? 15 },
      ...{ itemMinutes: board?.itemMinutes ?? 5, place: board?.place ?? '' },
    },
    version: board?.version ?? 0,
    rules: {
      name: needed('a name such as Change board'),
      teamId: (id) => (id === null ? 'Choose a team.' : null),
      weekdays: (weekdays, { meets, frequency }) =>
        meets === 'again' && frequency === 'weekly' && weekdays.length === 0 ? 'Choose a day.' : null,
    },
    rename: (path) => path.replace(/^recurrence\./, ''),
    save: ({ values, version }) => {
      const body = {
        ...{ name: values.name, teamId: values.teamId ?? '', quorum: values.quorum ?? 1, timeZone: values.timeZone },
        ...{ minutes: values.minutes ?? 15, itemMinutes: values.itemMinutes ?? 5, place: values.place },
        recurrence: values.meets === 'again' ? ruleOf(values) : null,
      };
      return board
        ? send('PUT /cab-boards/{boardId}', { params: { boardId: board.id }, body: { ...body, version } }, TOUCHED)
        : send('POST /cab-boards', { body }, TOUCHED);
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <TextField form={form} name="name" label="Name" required maxLength={200} data-autofocus />
      <PickField
        form={form}
        name="teamId"
        label="Team"
        description="Where a rule asks this team, the change stands on the agenda"
        required
        data={named(teams)}
      />
      <div className="f-form-pair">
        <NumberField form={form} name="quorum" label="How many have to be there" min={1} max={100} required />
        <NumberField form={form} name="minutes" label="Minutes of a meeting" min={5} max={480} required />
        <NumberField form={form} name="itemMinutes" label="Minutes for each change" min={1} max={120} required />
      </div>
      <PickField form={form} name="meets" label="It meets" data={MEETS} />
      {form.values.meets === 'again' && <RuleFields form={form} />}
      <TextField form={form} name="place" label="Room or address of the call" maxLength={500} />
    </FormShell>
  );
}
