import type { RecurringTicketView } from '#client/index.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named, TIME_ZONES } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useClients } from '../../desk/names.ts';
import { useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';
import { Coming } from './coming.tsx';
import {
  newRecurring,
  overridesOf,
  RECURRING_RULES,
  type RecurringValues,
  recurringValues,
} from './recurring-values.ts';
import { RuleFields } from './rule-fields.tsx';
import { ruleOf } from './rule-values.ts';
import './library.css';

const TOUCHED = ['GET /recurring-tickets', 'GET /recurring-tickets/{id}'] as const;
const LABELS = { name: 'Name', title: 'Title', timeZone: 'Time zone' } as const;

type Props = { recurring: RecurringTicketView | null; clientId?: string; onClose(): void };

/** A ticket that comes again: for whom, which one, and when. */
export function RecurringForm({ recurring, clientId, onClose }: Props) {
  const clients = useClients();
  const me = useMe();
  const { data: templates } = useGet('GET /ticket-templates', {});
  // The day by the reader's own clock, not by that of Greenwich.
  const today = dayIn(Date.now(), me.timeZone);
  const blank = newRecurring(today, clientId ?? null);
  const form = useForm<RecurringValues>({
    values: recurring ? recurringValues(recurring) : blank,
    version: recurring?.version ?? 0,
    rules: RECURRING_RULES,
    draft: `recurring.${recurring?.id ?? `new.${clientId ?? ''}`}`,
    rename: (path) => {
      const [first, name = path] = path.split('.');
      return first === 'rule' || first === 'fields' ? (name === 'nth' ? 'week' : name) : path;
    },
    follow: (next, before) => (next.clientId === before.clientId ? next : { ...next, requesterId: null }),
    save: ({ values, version }) => {
      const rule = ruleOf(values);
      if (!rule || !values.clientId || !values.templateId) throw new Error('The rules of the form let this pass');
      const { name, templateId, timeZone } = values;
      const body = { name, templateId, rule, fields: overridesOf(values, recurring?.fields) };
      const zone = timeZone ? { timeZone } : {};
      if (!recurring)
        return send('POST /recurring-tickets', { body: { ...body, clientId: values.clientId, ...zone } }, TOUCHED);
      const params = { id: recurring.id };
      return send('PATCH /recurring-tickets/{id}', { params, body: { version, ...body, ...zone } }, TOUCHED);
    },
    latest: async () => {
      if (!recurring) return { values: blank, version: 0 };
      const stored = await call('GET /recurring-tickets/{id}', { params: { id: recurring.id } });
      return { values: recurringValues(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  const client = clients.find(({ id }) => id === form.values.clientId);
  const people = useGet(
    'GET /contacts',
    { query: { clientId: form.values.clientId ?? '', active: true, limit: 200 } },
    { enabled: form.values.clientId !== null },
  );
  return (
    <FormShell
      form={form}
      submit={recurring ? 'Save' : 'Let it come'}
      onCancel={onClose}
      labels={LABELS}
      more={
        recurring && (
          <DeleteButton
            what={`the recurring ticket “${recurring.name}”`}
            body="It comes no more. Tickets that came stay."
            remove={() => send('DELETE /recurring-tickets/{id}', { params: { id: recurring.id } }, TOUCHED)}
            onGone={onClose}
          />
        )
      }
    >
      <div className="f-form-pair">
        <PickField
          form={form}
          name="clientId"
          label="Client"
          required
          searchable
          data={named(clients)}
          disabled={recurring !== null || clientId !== undefined}
          data-autofocus={clientId === undefined && recurring === null}
        />
        <PickField
          form={form}
          name="templateId"
          label="Template"
          required
          searchable
          data={named(templates?.items ?? [])}
          nothingFoundMessage="No templates yet; make one first"
        />
      </div>
      <div className="f-form-pair">
        <TextField
          form={form}
          name="name"
          label={LABELS.name}
          required
          {...(clientId !== undefined || recurring ? { 'data-autofocus': true } : {})}
        />
        <TextField form={form} name="title" label={LABELS.title} placeholder="As the template says" maxLength={300} />
      </div>
      <PickField
        form={form}
        name="requesterId"
        label="Requester"
        placeholder="Nobody"
        clearable
        searchable
        data={named(people.data?.items ?? [])}
      />
      <h3 className="f-form-part">When</h3>
      <RuleFields form={form} />
      <PickField
        form={form}
        name="timeZone"
        label={LABELS.timeZone}
        placeholder={client ? `The client’s: ${client.timeZone}` : 'The client’s'}
        clearable={recurring === null}
        data={[...TIME_ZONES]}
      />
      <Coming rule={ruleOf(form.values)} timeZone={form.values.timeZone ?? client?.timeZone ?? null} />
    </FormShell>
  );
}
