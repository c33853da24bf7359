import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Select } from '#web/ui/form/select.tsx';
import { ActionForm } from './action-form.tsx';
import { refreshTickets } from './refresh.ts';
import { Refused } from './refused.tsx';
import { type Concerned, closeAction, namesOf } from './store.ts';
import { useKeptWords } from './use-kept-words.ts';

const NEW = 'new';
const EMPTY = { title: '', toldTitle: '', symptoms: '', why: '' };

/** Opening a problem behind incidents, or putting them to one that is there. */
export function ProblemDialog({ targets, called }: { targets: readonly Concerned[]; called: string }) {
  const navigate = useNavigate();
  const kept = useKeptWords('problem', targets, { ...EMPTY, title: called });
  const [into, setInto] = useState(NEW);
  const clients = [...new Map(targets.map(({ client }) => [client.id, client.name])).values()];
  const ofSeveral = clients.length > 1;
  const { data } = useGet('GET /problems', { query: { show: 'open', limit: 100 } });
  // One of a single client takes no incidents of others; the server says which it is where it does not fit.
  const known = (data?.items ?? []).filter(
    ({ client }) => ofSeveral || targets[0]?.client.id === client.id || client.id,
  );
  const { title, toldTitle, symptoms, why } = kept.values;
  const isNew = into === NEW;
  const others = targets.filter(({ kind }) => kind !== 'incident');
  const open = useMutation({
    mutationFn: async (): Promise<{ key: string }> => {
      const ticketIds = targets.map(({ id }) => id);
      const because = why.trim() ? { why: why.trim() } : {};
      if (!isNew)
        return call('POST /problems/{idOrKey}/incidents', {
          params: { idOrKey: into },
          body: { ticketIds, ...because },
        });
      const told = ofSeveral && toldTitle.trim() ? { toldTitle: toldTitle.trim() } : {};
      return call('POST /problems', { body: { ticketIds, title: title.trim(), symptoms, ...told, ...because } });
    },
    onSuccess: async ({ key }) => {
      kept.clear();
      closeAction();
      toast.done(isNew ? `${key} is open` : `${namesOf(targets)} hangs under ${key}`);
      await refreshTickets();
      await navigate({ to: '/tickets/$key', params: { key } });
    },
  });
  const errors = fieldErrors(open.error);
  return (
    <ActionForm
      title={`Open a problem behind ${namesOf(targets)}`}
      verb={isNew ? 'Open the problem' : 'Put to the problem'}
      onSubmit={() => open.mutate()}
      busy={open.isPending}
      disabled={others.length > 0 || (isNew && !title.trim())}
      kept={kept}
      onCancel={closeAction}
      refused={open.error}
    >
      {others.length > 0 && (
        <p className="f-plain">
          A problem is behind incidents, and{' '}
          {others
            .map(({ key }) => key)
            .slice(0, 3)
            .join(', ')}{' '}
          {others.length === 1 ? 'is none' : 'are none'}. Leave out what is no incident.
        </p>
      )}
      {ofSeveral && (
        <p className="f-plain">
          These are of {clients.length} clients, so that the problem is the provider’s own. Each client reads only what
          is told here, the workaround and their own known error, and nothing of the others.
        </p>
      )}
      {known.length > 0 && (
        <Select
          label="Which problem"
          data={[
            { value: NEW, label: 'A new one' },
            ...known.map(({ id, key, title: called }) => ({ value: id, label: `${key} ${called}` })),
          ]}
          value={into}
          searchable
          allowDeselect={false}
          onChange={(next) => next && setInto(next)}
        />
      )}
      {isNew && (
        <>
          <TextInput
            label="What the problem is"
            required
            maxLength={200}
            value={title}
            error={errors['title']}
            onChange={(event) => kept.change({ title: event.currentTarget.value })}
            data-autofocus
          />
          {ofSeveral && (
            <TextInput
              label="What its clients call it"
              description="Name none of them."
              placeholder="A problem of several clients"
              maxLength={200}
              value={toldTitle}
              error={errors['toldTitle']}
              onChange={(event) => kept.change({ toldTitle: event.currentTarget.value })}
            />
          )}
          <Textarea
            label="Symptoms"
            autosize
            minRows={2}
            value={symptoms}
            error={errors['symptoms']}
            onChange={(event) => kept.change({ symptoms: event.currentTarget.value })}
          />
        </>
      )}
      <TextInput
        label="Why they belong together"
        maxLength={500}
        value={why}
        onChange={(event) => kept.change({ why: event.currentTarget.value })}
      />
      <Refused error={open.error} shown={['title', 'toldTitle', 'symptoms']} />
    </ActionForm>
  );
}
