import { Button, Group, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '#web/api/client.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useClients } from '../desk/names.ts';
import { refreshTickets } from './apply.ts';
import { Refused } from './refused.tsx';
import { closeAction, type Target } from './store.ts';

/** Moving to the client it belongs to: a new key there; the old one leads to it. */
export function MoveDialog({ target }: { target: Target }) {
  const navigate = useNavigate();
  const clients = useClients().filter(({ id }) => id !== target.client.id);
  const [clientId, setClientId] = useState<string | null>(null);
  const [requesterId, setRequesterId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const contacts = useGet(
    'GET /contacts',
    { query: { clientId: clientId ?? '', active: true, limit: 200 } },
    { enabled: clientId !== null },
  );
  const move = useMutation({
    mutationFn: () =>
      call('POST /tickets/{idOrKey}/move', {
        params: { idOrKey: target.id },
        body: { clientId: clientId ?? '', reason: reason.trim(), ...(requesterId ? { requesterId } : {}) },
      }),
    onSuccess: async (moved) => {
      closeAction();
      toast.done(`${target.key} is ${moved.key} now`);
      await refreshTickets();
      await navigate({ to: '/tickets/$key', params: { key: moved.key }, replace: true });
    },
  });
  const errors = fieldErrors(move.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (clientId && reason.trim()) move.mutate();
  };
  return (
    <form className="f-action-form" onSubmit={submit}>
      <h2>Move {target.key} to another client</h2>
      <Select
        label="Client"
        required
        searchable
        data={clients.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }))}
        value={clientId}
        error={errors['clientId']}
        onChange={(id) => {
          setClientId(id);
          setRequesterId(null);
        }}
        data-autofocus
      />
      <Select
        label="Who asks, there"
        description="Empty: nobody is named"
        searchable
        clearable
        disabled={clientId === null}
        data={(contacts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={requesterId}
        error={errors['requesterId']}
        onChange={setRequesterId}
      />
      <Textarea
        label="Reason"
        description="For your own people; neither client hears of the other"
        required
        maxLength={500}
        value={reason}
        error={errors['reason']}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {Object.keys(errors).length === 0 && <Refused error={move.error} />}
      <Group justify="flex-end">
        <Button type="submit" loading={move.isPending} disabled={!clientId || !reason.trim()}>
          Move
        </Button>
      </Group>
    </form>
  );
}
