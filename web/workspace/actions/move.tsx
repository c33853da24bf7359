import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useClients } from '../desk/names.ts';
import { ActionForm } from './action-form.tsx';
import { refreshTickets } from './refresh.ts';
import { Refused } from './refused.tsx';
import { closeAction, type Target } from './store.ts';
import { useKeptWords } from './use-kept-words.ts';

/** Moving to the client it belongs to: a new key there; the old one leads to it. */
export function MoveDialog({ target }: { target: Target }) {
  const navigate = useNavigate();
  const clients = useClients().filter(({ id }) => id !== target.client.id);
  const [clientId, setClientId] = useState<string | null>(null);
  const [requesterId, setRequesterId] = useState<string | null>(null);
  const [showConversation, setShowConversation] = useState(false);
  const kept = useKeptWords('move', [target], { reason: '', title: target.title });
  const { reason, title } = kept.values;
  const contacts = useGet(
    'GET /contacts',
    { query: { clientId: clientId ?? '', active: true, limit: 200 } },
    { enabled: clientId !== null },
  );
  const move = useMutation({
    mutationFn: () =>
      call('POST /tickets/{idOrKey}/move', {
        params: { idOrKey: target.id },
        body: {
          clientId: clientId ?? '',
          reason: reason.trim(),
          title: title.trim(),
          showConversation,
          ...(requesterId ? { requesterId } : {}),
        },
      }),
    onSuccess: async (moved) => {
      kept.clear();
      closeAction();
      toast.done(`${target.key} is ${moved.key} now`);
      await refreshTickets();
      await navigate({ to: '/tickets/$key', params: { key: moved.key }, replace: true });
    },
  });
  const errors = fieldErrors(move.error);
  const ready = clientId !== null && reason.trim() !== '' && title.trim() !== '';
  const there = clients.find(({ id }) => id === clientId)?.name ?? 'the other client';
  return (
    <ActionForm
      title={`Move ${target.key} to another client`}
      verb="Move"
      onSubmit={() => move.mutate()}
      busy={move.isPending}
      disabled={!ready}
      kept={kept}
      refused={move.error}
    >
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
      <TextInput
        label="Title"
        description={`It goes over as it stands here, and people of ${there} read it`}
        required
        maxLength={200}
        value={title}
        error={errors['title']}
        onChange={(event) => kept.change({ title: event.currentTarget.value })}
      />
      <Checkbox
        label={`People of ${there} may read what was said so far`}
        description={`Only where it was theirs all along. Else description, replies, notes, files, resolution, cause, tags, custom fields, external reference, checklist and time stay with those of you who work for ${target.client.name} too, and come back with the ticket. Kind, status, priority, category, service and team go over.`}
        checked={showConversation}
        onChange={(event) => setShowConversation(event.currentTarget.checked)}
      />
      <Textarea
        label="Reason"
        description="For your own people; neither client hears of the other"
        required
        maxLength={500}
        value={reason}
        error={errors['reason']}
        onChange={(event) => kept.change({ reason: event.currentTarget.value })}
      />
      <Refused error={move.error} shown={['clientId', 'requesterId', 'title', 'reason']} />
    </ActionForm>
  );
}
