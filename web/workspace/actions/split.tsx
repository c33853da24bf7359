import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';
import { call } from '#web/api/client.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { kindName } from '#web/ui/marks/kind-icon.tsx';
import { useFocusFirst } from '#web/ui/picker/focus-first.ts';
import { useCan } from '../session/me.ts';
import { refreshTickets } from './apply.ts';
import { Refused } from './refused.tsx';
import { closeAction, type Target } from './store.ts';

const LONGEST = 80;
const plain = (html: string) => new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim() ?? '';

/** Making a ticket of its own from messages about another matter. */
export function SplitDialog({ target, messageId }: { target: Target; messageId?: string }) {
  const navigate = useNavigate();
  const mayTell = useCan()('ticket.reply');
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<TicketKind>('request');
  const [chosen, setChosen] = useState<readonly string[]>(messageId ? [messageId] : []);
  const [tell, setTell] = useState(mayTell);
  const form = useRef<HTMLFormElement>(null);
  useFocusFirst(form);
  const timeline = useGet('GET /tickets/{idOrKey}/timeline', { params: { idOrKey: target.id } });
  const messages = (timeline.data?.items ?? []).flatMap(({ message }) => message ?? []);
  const split = useMutation({
    mutationFn: () =>
      call('POST /tickets/{idOrKey}/split', {
        params: { idOrKey: target.id },
        body: { title: title.trim(), kind, messageIds: [...chosen], tellRequester: tell },
      }),
    onSuccess: async (made) => {
      closeAction();
      toast.done(`${made.key} was split off ${target.key}`);
      await refreshTickets();
      await navigate({ to: '/tickets/$key', params: { key: made.key } });
    },
  });
  const errors = fieldErrors(split.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && chosen.length > 0) split.mutate();
  };
  return (
    <form ref={form} className="f-action-form" onSubmit={submit}>
      <h2>Split off a part of {target.key}</h2>
      <TextInput
        label="What the new ticket is about"
        required
        maxLength={300}
        value={title}
        error={errors['title']}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-autofocus
      />
      <Select
        label="Kind"
        data={TICKET_KINDS.map((value) => ({ value, label: kindName(value) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => value && setKind(value as TicketKind)}
      />
      <Checkbox.Group
        label="What goes over"
        description={messages.length === 0 ? 'Nothing was said here yet, so there is nothing to split off.' : undefined}
        value={[...chosen]}
        error={errors['messageIds']}
        onChange={setChosen}
      >
        <div className="f-split-messages">
          {messages.map(({ id, author, body }) => (
            <Checkbox key={id} value={id} label={`${author.name}: ${plain(body).slice(0, LONGEST)}`} />
          ))}
        </div>
      </Checkbox.Group>
      {mayTell && (
        <Checkbox
          label="Tell the requester, once, on this ticket"
          checked={tell}
          onChange={(event) => setTell(event.currentTarget.checked)}
        />
      )}
      {Object.keys(errors).length === 0 && <Refused error={split.error} />}
      <Group justify="flex-end">
        <Button type="submit" loading={split.isPending} disabled={!title.trim() || chosen.length === 0}>
          Split off
        </Button>
      </Group>
    </form>
  );
}
