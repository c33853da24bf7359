import { Radio, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useTeams } from '../desk/names.ts';
import { ActionForm } from './action-form.tsx';
import { refreshTickets } from './refresh.ts';
import { Refused } from './refused.tsx';
import { closeAction, type Target } from './store.ts';
import { takeBack, undoEvent } from './take-back.ts';
import { useKeptWords } from './use-kept-words.ts';

/** Escalating: to another team that knows more, or up the path of people. Always with a reason. */
export function EscalateDialog({ target }: { target: Target }) {
  const teams = useTeams();
  const [direction, setDirection] = useState<'functional' | 'hierarchical'>('functional');
  const [teamId, setTeamId] = useState<string | null>(null);
  const kept = useKeptWords('escalate', [target], { reason: '' });
  const { reason } = kept.values;
  const present = teams.find(({ id }) => id === target.team?.id);
  const next = teams.find(({ id }) => id === present?.escalatesToId);
  const escalate = useMutation({
    mutationFn: () =>
      call('POST /tickets/{idOrKey}/escalate', {
        params: { idOrKey: target.id },
        body: { direction, reason, ...(direction === 'functional' && teamId ? { teamId } : {}) },
      }),
    onSuccess: async ({ ticket, eventId }) => {
      kept.clear();
      closeAction();
      toast.done(
        direction === 'functional'
          ? `${target.key} is with ${ticket.team?.name ?? 'another team'}`
          : `${target.key} went up the path`,
        eventId ? { undo: () => takeBack([undoEvent(target, eventId)]) } : {},
      );
      await refreshTickets();
    },
  });
  return (
    <ActionForm
      title={`Escalate ${target.key}`}
      verb="Escalate"
      onSubmit={() => escalate.mutate()}
      busy={escalate.isPending}
      kept={kept}
    >
      <Radio.Group label="Where to" value={direction} onChange={(value) => setDirection(value as typeof direction)}>
        <Stack gap={8} mt={6}>
          <Radio value="functional" label="To another team that knows more" data-autofocus />
          <Radio value="hierarchical" label="Up the path of people, at the client and here" />
        </Stack>
      </Radio.Group>
      {direction === 'functional' && (
        <Select
          label="Team"
          {...(next
            ? { description: `Empty: ${next.name}, the next of the order` }
            : { required: true, placeholder: 'Which one?' })}
          data={teams.filter(({ id }) => id !== target.team?.id).map(({ id, name }) => ({ value: id, label: name }))}
          value={teamId}
          error={fieldErrors(escalate.error)['teamId']}
          onChange={setTeamId}
          clearable={next !== undefined}
          searchable
        />
      )}
      <Textarea
        label="Reason"
        required
        value={reason}
        onChange={(event) => kept.change({ reason: event.currentTarget.value })}
      />
      <Refused error={escalate.error} shown={direction === 'functional' ? ['teamId'] : []} />
    </ActionForm>
  );
}
