import { useState } from 'react';
import type { AlertView } from '#shared/alert.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients } from '../desk/names.ts';
import { send } from '../session/send.ts';
import { TOUCHED } from './touched.ts';

type Props = { alert: AlertView; onClose(): void };

/** Says whose an alert is of which nobody knew. */
export function GiveForm({ alert, onClose }: Props) {
  const clients = useClients();
  const form = useForm<{ clientId: string | null }>({
    values: { clientId: null },
    rules: { clientId: needed('whose it is') },
    save: ({ values: { clientId } }) =>
      send('POST /alerts/{id}/client', { params: { id: alert.id }, body: { clientId: clientId ?? '' } }, TOUCHED),
    onSaved: () => {
      toast.done('It is the client’s now');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Say so" onCancel={onClose}>
      <p className="f-plain">
        Its source names <bdi>{alert.siteName ? `“${alert.siteName}”` : 'no site'}</bdi>. Its ticket goes along. So that
        what follows is the client’s by itself, map the site at its connector.
      </p>
      <PickField
        form={form}
        name="clientId"
        label="Client"
        searchable
        limit={200}
        data={named(clients)}
        data-autofocus
      />
    </FormShell>
  );
}

/** Says which other alert of the client explains this one, or that none does. */
export function CauseForm({ alert, onClose }: Props) {
  const [q, setQ] = useState('');
  const { data } = useGet('GET /alerts', {
    query: {
      ...{ clientId: alert.client.id, grouped: true, limit: 50, state: ['open', 'ticketed', 'acknowledged'] },
      ...(q.trim() ? { q: q.trim() } : {}),
    },
  });
  const others = (data?.items ?? []).filter(({ id }) => id !== alert.id);
  const form = useForm<{ causeId: string | null }>({
    values: { causeId: alert.causeId },
    save: ({ values: { causeId } }) =>
      send('PUT /alerts/{id}/cause', { params: { id: alert.id }, body: { causeId } }, TOUCHED),
    onSaved: onClose,
  });
  const known = alert.cause && !others.some(({ id }) => id === alert.cause?.id) ? [alert.cause] : [];
  return (
    <FormShell form={form} submit="Say so" onCancel={onClose}>
      <p className="f-plain">It goes to the ticket of what explains it, and ends with it.</p>
      <PickField
        form={form}
        name="causeId"
        label="Explained by"
        placeholder="Nothing: it stands for itself"
        clearable
        searchable
        onSearchChange={setQ}
        filter={({ options }) => options}
        data={[...known, ...others].map(({ id, title }) => ({ value: id, label: title }))}
        data-autofocus
      />
    </FormShell>
  );
}
