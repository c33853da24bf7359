import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, newKey } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useCan } from '../session/me.ts';
import { ActionForm } from './action-form.tsx';
import { refreshTickets } from './refresh.ts';
import { Refused } from './refused.tsx';
import { closeAction, type Target } from './store.ts';
import { useKeptWords } from './use-kept-words.ts';

/** Calling people for a ticket that cannot wait. */
export function PageDialog({ target }: { target: Target }) {
  const can = useCan();
  const { data } = useGet('GET /escalation-paths', {}, { enabled: can('settings.read') });
  const [pathId, setPathId] = useState<string | null>(null);
  const kept = useKeptWords('page', [target], { why: '' });
  const { why } = kept.values;
  const page = useMutation({
    mutationFn: () =>
      call(
        'POST /tickets/{idOrKey}/pages',
        { params: { idOrKey: target.id }, body: { why: why.trim(), ...(pathId ? { pathId } : {}) } },
        { idempotencyKey: newKey() },
      ),
    onSuccess: async ({ told }) => {
      kept.clear();
      closeAction();
      const names = told.map(({ name }) => name).join(', ');
      toast.done(names ? `${names} is called for ${target.key}` : `Nobody could be called for ${target.key} yet`);
      await refreshTickets();
    },
  });
  return (
    <ActionForm
      title={`Page on-call for ${target.key}`}
      verb="Page"
      onSubmit={() => page.mutate()}
      busy={page.isPending}
      kept={kept}
    >
      <Textarea
        label="Why it cannot wait"
        description="What those who are called read first"
        required
        maxLength={300}
        data-autofocus
        value={why}
        onChange={(event) => kept.change({ why: event.currentTarget.value.replaceAll('\n', ' ') })}
      />
      <Select
        label="Escalation path"
        description="Empty: the path of the team, else of the client"
        clearable
        searchable
        data={named(data?.items ?? [])}
        value={pathId}
        onChange={setPathId}
      />
      <Refused error={page.error} />
    </ActionForm>
  );
}
