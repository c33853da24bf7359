import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call, newKey } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { ActionForm } from './action-form.tsx';
import { refreshTickets } from './refresh.ts';
import { Refused } from './refused.tsx';
import { closeAction, namesOf, type Target } from './store.ts';
import { useKeptWords } from './use-kept-words.ts';

/** Proposes a ticket, or several that are one thing, as a major incident. */
export function MajorDialog({ targets }: { targets: readonly Target[] }) {
  const navigate = useNavigate();
  const { data } = useGet('GET /major-incident-suggestions', {});
  const isApart = new Set(targets.map(({ client }) => client.id)).size > 1;
  const kept = useKeptWords('major', targets, { reason: '', title: '' });
  const [criteria, setCriteria] = useState<string[]>([]);
  const { reason, title } = kept.values;
  const propose = useMutation({
    mutationFn: () =>
      call(
        'POST /major-incidents',
        {
          body: {
            tickets: targets.map(({ id }) => id),
            reason: reason.trim(),
            criteria,
            ...(isApart ? { title: title.trim() } : {}),
          },
        },
        { idempotencyKey: newKey() },
      ),
    onSuccess: async ({ key }) => {
      kept.clear();
      closeAction();
      toast.done(`${key} is proposed as a major incident`);
      await refreshTickets();
      await navigate({ to: '/major-incidents/$key', params: { key } });
    },
  });
  return (
    <ActionForm
      title={`Propose ${namesOf(targets)} as a major incident`}
      verb="Propose"
      onSubmit={() => propose.mutate()}
      busy={propose.isPending}
      kept={kept}
      onCancel={closeAction}
    >
      {isApart && (
        <TextInput
          label="What it is"
          description="These tickets are of several clients: a new incident of your own firm stands above them. Only staff who see your firm’s own tickets read this title."
          required
          maxLength={200}
          data-autofocus
          value={title}
          onChange={(event) => kept.change({ title: event.currentTarget.value })}
        />
      )}
      <Textarea
        label="Why it is a major incident"
        required
        autosize
        minRows={2}
        maxLength={5_000}
        data-autofocus={isApart ? undefined : true}
        value={reason}
        onChange={(event) => kept.change({ reason: event.currentTarget.value })}
      />
      {data && data.criteria.length > 0 && (
        <Checkbox.Group label="What holds of it" value={criteria} onChange={setCriteria}>
          {data.criteria.map((one) => (
            <Checkbox key={one} value={one} label={one} mt={12} />
          ))}
        </Checkbox.Group>
      )}
      <Refused error={propose.error} />
    </ActionForm>
  );
}
