import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { named } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { ManyField } from '#web/ui/form/fields.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useServices } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';

type Props = { clientId: string; services: readonly { id: string; name: string }[] };

/** What a client consumes; its tickets are about one of these. */
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
      ) : (
        <>
          <p className="f-plain">{services.map(({ name }) => name).join(', ')}</p>
          {can('ticket.read') && (
            <p className="f-plain">
              <Link to="/service-status" search={{ client: clientId } as never}>
                How they are
              </Link>
            </p>
          )}
        </>
      )}
      <Dialog title="Services of this client" opened={editing} onClose={() => setEditing(false)}>
        <ServicesForm clientId={clientId} services={services} onClose={() => setEditing(false)} />
      </Dialog>
    </Section>
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
      ]),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <ManyField
        form={form}
        name="serviceIds"
        label="Services"
        description="Services themselves are made under Settings"
        data={named(all.filter(({ id, active }) => active || form.values.serviceIds.includes(id)))}
        data-autofocus
      />
    </FormShell>
  );
}
