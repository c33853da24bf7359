import { Button, Group, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useTeams } from '../desk/names.ts';
import { refreshTickets } from './apply.ts';
import { Refused } from './refused.tsx';
import { closeAction, type Target } from './store.ts';

/** Escalating: to another team that knows more, or up the path of people. Always with a reason. */
export function EscalateDialog({ target }: { target: Target }) {
  const teams = useTeams();
  const [direction, setDirection] = useState<'functional' | 'hierarchical'>('functional');
  const [teamId, setTeamId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const escalate = useMutation({
    mutationFn: () =>
      call('POST /tickets/{idOrKey}/escalate', {
        params: { idOrKey: target.id },
        body: { direction, reason, ...(direction === 'functional' && teamId ? { teamId } : {}) },
      }),
    onSuccess: async ({ ticket }) => {
      closeAction();
      toast.done(
        direction === 'functional'
          ? `${target.key} is with ${ticket.team?.name ?? 'another team'}`
          : `${target.key} went up the path`,
      );
      await refreshTickets();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    escalate.mutate();
  };
  return (
    <form className="f-action-form" onSubmit={submit}>
      <h2>Escalate {target.key}</h2>
      <Radio.Group label="Where to" value={direction} onChange={(value) => setDirection(value as typeof direction)}>
        <Stack gap={8} mt={6}>
          <Radio value="functional" label="To another team that knows more" data-autofocus />
          <Radio value="hierarchical" label="Up the path of people, at the client and here" />
        </Stack>
      </Radio.Group>
      {direction === 'functional' && (
        <Select
          label="Team"
          description="Empty: the next team of the order"
          data={teams.filter(({ id }) => id !== target.team?.id).map(({ id, name }) => ({ value: id, label: name }))}
          value={teamId}
          onChange={setTeamId}
          clearable
          searchable
        />
      )}
      <Textarea label="Reason" required value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Refused error={escalate.error} />
      <Group justify="flex-end">
        <Button type="submit" loading={escalate.isPending}>
          Escalate
        </Button>
      </Group>
    </form>
  );
}
