import { Link } from '@tanstack/react-router';
import type { ServiceView } from '#shared/classification.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { IMPORTANCE_CHOICES, IMPORTANCE_NAMES } from '../../desk/importance.ts';
import { useTeams } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { WordsLink } from '../words/words-link.tsx';
import { RecordList } from './record-list.tsx';

type Values = Pick<ServiceView, 'name' | 'description' | 'teamId' | 'importance' | 'active'>;
const NEW: Values = { name: '', description: '', teamId: null, importance: 'normal', active: true };
const valuesOf = ({ name, description, teamId, importance, active }: ServiceView): Values => ({
  name,
  description,
  teamId,
  importance,
  active,
});
const LABELS = {
  name: 'Name',
  description: 'Description',
  teamId: 'Team',
  importance: 'Importance',
  active: 'Active',
} as const;

/** What clients consume: e-mail, printing, the network. */
export default function ServicesPage() {
  const can = useCan();
  const teams = useTeams();
  const { data, error, refetch } = useGet('GET /services', {});
  return (
    <RecordList
      title="Services"
      one="service"
      help={
        <>
          What your clients consume. Choose on a client’s page which of them it has.{' '}
          <Link to="/services">The portfolio</Link> says what each promises and how it goes. Their names:{' '}
          <WordsLink kind="service" />
        </>
      }
      empty="With services you see which of them costs the most work, and for whom."
      lines={data?.items.map((service) => ({
        record: service,
        id: service.id,
        name: service.name,
        active: service.active,
        note: [
          service.description,
          teams.find(({ id }) => id === service.teamId)?.name,
          service.importance === 'normal' ? '' : `${IMPORTANCE_NAMES[service.importance]} importance`,
          service.clients === 1 ? '1 client' : `${service.clients} clients`,
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('settings.manage')}
      form={(service, onClose) => <ServiceForm service={service} onClose={onClose} />}
    />
  );
}

function ServiceForm({ service, onClose }: { service: ServiceView | null; onClose(): void }) {
  const teams = useTeams();
  const form = useForm<Values>({
    values: service ? valuesOf(service) : NEW,
    version: service?.version ?? 0,
    rules: { name: needed('a name such as E-mail') },
    draft: `service.${service?.id ?? 'new'}`,
    save: ({ values: { active: _active, ...body }, changed, version }) =>
      service
        ? send('PATCH /services/{id}', { params: { id: service.id }, body: { version, ...changed } }, ['GET /services'])
        : send('POST /services', { body }, ['GET /services']),
    latest: async () => {
      const { items } = await call('GET /services', {});
      const stored = items.find(({ id }) => id === service?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={service ? 'Save' : 'Create service'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <AreaField form={form} name="description" label={LABELS.description} maxRows={8} />
      <PickField
        form={form}
        name="teamId"
        label={LABELS.teamId}
        description="Who deals with it"
        placeholder="None"
        clearable
        data={named(teams)}
      />
      <PickField
        form={form}
        name="importance"
        label={LABELS.importance}
        description="Tickets of alerts on its items have a step more or less impact"
        allowDeselect={false}
        data={IMPORTANCE_CHOICES}
      />
      {service && (
        <SwitchField
          form={form}
          name="active"
          label={LABELS.active}
          description="An inactive service is offered no more"
        />
      )}
    </FormShell>
  );
}
