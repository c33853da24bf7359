import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePages } from '#web/api/use-pages.ts';
import { named } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { ManyField } from '#web/ui/form/fields.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useServices } from '../../desk/names.ts';
import { HealthBadge } from '../../services/parts.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import '../../services/services.css';

type Props = { clientId: string; services: readonly { id: string; name: string }[] };

/** What a client consumes, and how it does; its tickets are about one of these. */
export function ClientServices({ clientId, services }: Props) {
  const can = useCan();
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title="Services"
      actions={
        can('client.manage') && (
          <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
            Choose
          </Button>
        )
      }
    >
      {services.length === 0 ? (
        <p className="f-plain f-dim">None chosen.</p>
      ) : can('ticket.read') ? (
        <>
          <WithHealth clientId={clientId} services={services} />
          <p className="f-plain">
            <Link to="/service-status" search={{ client: clientId } as never}>
              How they are
            </Link>
          </p>
        </>
      ) : (
        <p className="f-plain">{services.map(({ name }) => name).join(', ')}</p>
      )}
      <Dialog title="Services of this client" opened={editing} onClose={() => setEditing(false)}>
        <ServicesForm clientId={clientId} services={services} onClose={() => setEditing(false)} />
      </Dialog>
    </Section>
  );
}

function WithHealth({ clientId, services }: Props) {
  const { rows } = usePages('GET /service-health', { clientId });
  return (
    <ul className="f-service-links">
      {services.map(({ id, name }) => {
        const level = rows.find(({ service }) => service.id === id)?.level;
        return (
          <li key={id}>
            <Link to="/clients/$id/services/$serviceId" params={{ id: clientId, serviceId: id }}>
              <bdi>{name}</bdi>
            </Link>{' '}
            {level && level !== 'good' && <HealthBadge level={level} />}
          </li>
        );
      })}
    </ul>
  );
}

function ServicesForm({ clientId, services, onClose }: Props & { onClose(): void }) {
  const all = useServices();
  const form = useForm({
    values: { serviceIds: services.map(({ id }) => id) },
    save: ({ values }) =>
      send('PUT /clients/{id}/services', { params: { id: clientId }, body: values }, [
        'GET /clients/{id}/overview',
        'GET /services',
        'GET /service-health',
      ]),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <ManyField
        form={form}
        name="serviceIds"
        label="Services"
        description="What is offered stands under Services"
        data={named(all.filter(({ id, active }) => active || form.values.serviceIds.includes(id)))}
        data-autofocus
      />
    </FormShell>
  );
}
