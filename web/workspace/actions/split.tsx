import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { textToHtml } from '#shared/html.ts';
import { TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';
import { call } from '#web/api/client.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Select } from '#web/ui/form/select.tsx';
import { kindName } from '#web/ui/marks/kind-icon.tsx';
import { plainText } from '#web/ui/text/plain.ts';
import { useCan } from '../session/me.ts';
import { ActionForm } from './action-form.tsx';
import { refreshTickets } from './refresh.ts';
import { Refused } from './refused.tsx';
import { closeAction, REPORT, type Target } from './store.ts';
import { useKeptWords } from './use-kept-words.ts';

const LONGEST = 80;
const begins = (html: string) => {
  const text = plainText(html).replaceAll(/\s+/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** What was written, without any choice made yet: `part` is the whole report then, and `chosen` what the dialogue was opened for. */
type Written = { title: string; part: string | null; chosen: readonly string[] | null };
const EMPTY: Written = { title: '', part: null, chosen: null };

/** Making a ticket of its own from what is about another matter: messages, or a part of the first report. */
export function SplitDialog({ target, messageId }: { target: Target; messageId?: string }) {
  const navigate = useNavigate();
  const mayTell = useCan()('ticket.reply');
  const kept = useKeptWords('split', [target], EMPTY);
  const [kind, setKind] = useState<TicketKind>('request');
  const [told, setTold] = useState<boolean | null>(null);
  const timeline = useGet('GET /tickets/{idOrKey}/timeline', { params: { idOrKey: target.id } });
  const whole = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: target.key } });
  const messages = (timeline.data?.items ?? []).flatMap(({ message }) => message ?? []);
  const report = whole.data?.description ?? '';
  // Where nothing was said yet, it can only be the report.
  const usual = messageId ? [messageId] : timeline.data && messages.length === 0 && report ? [REPORT] : [];
  const chosen = kept.values.chosen ?? usual;
  const { title } = kept.values;
  const part = kept.values.part ?? plainText(report);
  const takesPart = chosen.includes(REPORT);
  const messageIds = chosen.filter((id) => id !== REPORT);
  // Who hears nothing of internal notes need not hear where they went.
  const isInternal = (id: string) => messages.some((one) => one.id === id && one.visibility === 'internal');
  const tell = told ?? (mayTell && !(chosen.length > 0 && chosen.every(isInternal)));
  const split = useMutation({
    mutationFn: () =>
      call('POST /tickets/{idOrKey}/split', {
        params: { idOrKey: target.id },
        body: {
          title: title.trim(),
          kind,
          messageIds,
          tellRequester: tell,
          ...(takesPart ? { description: `<p>${textToHtml(part.trim())}</p>` } : {}),
        },
      }),
    onSuccess: async (made) => {
      kept.clear();
      closeAction();
      toast.done(`${made.key} was split off ${target.key}`);
      await refreshTickets();
      await navigate({ to: '/tickets/$key', params: { key: made.key } });
    },
  });
  const errors = fieldErrors(split.error);
  const isEmpty = timeline.data !== undefined && whole.data !== undefined && messages.length === 0 && !report;
  return (
    <ActionForm
      title={`Split off a part of ${target.key}`}
      verb="Split off"
      onSubmit={() => split.mutate()}
      busy={split.isPending}
      disabled={!title.trim() || chosen.length === 0 || (takesPart && !part.trim())}
      kept={kept}
      refused={split.error}
    >
      <TextInput
        label="What the new ticket is about"
        required
        maxLength={300}
        value={title}
        error={errors['title']}
        onChange={(event) => kept.change({ title: event.currentTarget.value })}
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
        description={isEmpty ? 'Nothing was said here yet, so there is nothing to split off.' : undefined}
        value={[...chosen]}
        error={errors['messageIds']}
        onChange={(next) => kept.change({ chosen: next })}
      >
        <div className="f-split-messages">
          {report && <Checkbox value={REPORT} label={`A part of the report: ${begins(report)}`} />}
          {messages.map(({ id, author, body, visibility }) => (
            <Checkbox
              key={id}
              value={id}
              label={`${author.name}${visibility === 'internal' ? ' (internal note)' : ''}: ${begins(body)}`}
            />
          ))}
        </div>
      </Checkbox.Group>
      {takesPart && (
        <Textarea
          label="Which part of the report"
          description={`Take out what stays. ${target.key} keeps the whole of it.`}
          required
          maxRows={10}
          value={part}
          error={errors['description']}
          onChange={(event) => kept.change({ part: event.currentTarget.value })}
        />
      )}
      {mayTell && (
        <Checkbox
          label="Tell the requester, once, on this ticket"
          checked={tell}
          onChange={(event) => setTold(event.currentTarget.checked)}
        />
      )}
      <Refused error={split.error} shown={['title', 'messageIds', 'description']} />
    </ActionForm>
  );
}
