import { Button, FileButton, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { useRef, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { RESOLUTION_CODES } from '#shared/vocabulary.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { IconPaperclip, IconSend } from '#web/ui/icons.ts';
import { Keys } from '#web/ui/keys/keys.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { Editor } from '#web/ui/text/editor.tsx';
import { refreshTickets } from '../actions/index.ts';
import { useStaff } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { upload } from './attach.ts';
import { Attached } from './attached.tsx';
import { useTyping } from './being-there.ts';
import { EMPTY, useDraft } from './draft.ts';
import { stepsFrom, toPost } from './next-steps.ts';
import { Recipients } from './recipients.tsx';
import { useSnippets } from './snippets.ts';

const CODES = RESOLUTION_CODES.map((value) => ({
  value,
  label: value.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase()),
}));

/** Reply or note, time spent and next status in one box; one key sends it all. */
export function Composer({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const { draft, change, clear } = useDraft(ticket.id);
  const [busy, setBusy] = useState(0);
  const box = useRef<HTMLElement>(null);
  const typing = useTyping(ticket.id);
  const snippets = useSnippets(ticket);
  const people = useStaff().filter(({ active }) => active);
  const post = useDo('POST /tickets/{idOrKey}/messages', {
    failed: 'Not sent',
    onDone: async ({ ticket: after }) => {
      clear();
      snippets.forget();
      toast.done(draft.visibility === 'public' ? `Reply sent on ${after.key}` : `Note kept on ${after.key}`);
      await refreshTickets();
    },
  });
  const ready = draft.html !== '' && busy === 0 && !post.isPending;
  const send = () => {
    if (ready) post.mutate({ params: { idOrKey: ticket.id }, body: toPost(draft, ticket.transitions) });
  };
  const attach = async (files: readonly File[]) => {
    setBusy((now) => now + 1);
    for (const file of files) {
      try {
        const kept = await upload(ticket.client.id, file);
        change({ attachments: [...draft.attachments, kept] });
      } catch (error) {
        toast.fault(error, `${file.name} was not attached`);
      }
    }
    setBusy((now) => now - 1);
  };
  const write = (visibility: 'public' | 'internal') => {
    change({ visibility });
    box.current?.querySelector<HTMLElement>('[role=textbox]')?.focus();
  };
  useShortcuts([
    { combo: 'r', label: 'Reply', group: 'Ticket', run: () => write('public') },
    { combo: 'i', label: 'Internal note', group: 'Ticket', run: () => write('internal') },
  ]);
  if (!can('ticket.reply')) return null;
  const steps = stepsFrom(ticket.transitions);
  return (
    <section
      ref={box}
      className="f-composer"
      aria-label="Write"
      data-note={draft.visibility === 'internal' || undefined}
      onKeyDown={(event) => event.key === 'Escape' && (document.activeElement as HTMLElement | null)?.blur()}
    >
      <div className="f-composer-head">
        <SegmentedControl
          aria-label="What to write"
          data={[
            { value: 'public', label: 'Reply' },
            { value: 'internal', label: 'Internal note' },
          ]}
          value={draft.visibility}
          onChange={(value) => change({ visibility: value as 'public' | 'internal' })}
        />
        <Recipients ticket={ticket} visibility={draft.visibility} />
      </div>
      <Editor
        label={draft.visibility === 'public' ? 'Reply' : 'Internal note'}
        placeholder="Write here; type ; for a canned reply. Ctrl+Enter sends."
        value={draft.html}
        onChange={(html) => {
          change({ html });
          typing();
        }}
        onSubmit={send}
        onFiles={(files) => void attach(files)}
        snippets={snippets.offers}
        fillSnippet={snippets.fill}
        {...(draft.visibility === 'internal' ? { mentions: people.map(({ id, name }) => ({ id, label: name })) } : {})}
      />
      {snippets.missing.length > 0 && (
        <p className="f-composer-missing" role="status">
          Nothing on this ticket fills: {snippets.missing.join(', ')}. Look before you send.
        </p>
      )}
      <Attached
        files={draft.attachments}
        onRemove={(id) => change({ attachments: draft.attachments.filter((file) => file.id !== id) })}
      />
      <div className="f-composer-foot">
        <FileButton multiple onChange={(files) => void attach(files)}>
          {(props) => (
            <Button
              {...props}
              variant="subtle"
              color="gray"
              leftSection={<IconPaperclip size={15} aria-hidden="true" />}
            >
              Attach
            </Button>
          )}
        </FileButton>
        {can('ticket.time') && (
          <NumberInput
            aria-label="Minutes spent"
            placeholder="Minutes"
            min={1}
            max={1440}
            allowDecimal={false}
            hideControls
            w={92}
            value={draft.minutes ?? ''}
            onChange={(value) => change({ minutes: typeof value === 'number' && value > 0 ? value : null })}
          />
        )}
        {can('ticket.transition') && (
          <Select
            aria-label="Next status"
            placeholder="Status stays"
            data={steps}
            value={draft.next}
            onChange={(next) => change({ next })}
            clearable
            w={180}
          />
        )}
        {draft.next === 'resolved' && (
          <Select
            aria-label="How was it solved?"
            data={CODES}
            value={draft.resolutionCode}
            allowDeselect={false}
            onChange={(code) => change({ resolutionCode: code ?? EMPTY.resolutionCode })}
            w={150}
          />
        )}
        <Button
          className="f-composer-send"
          onClick={send}
          disabled={!ready}
          loading={post.isPending}
          leftSection={<IconSend size={15} aria-hidden="true" />}
          rightSection={<Keys combo="mod+enter" />}
        >
          {draft.visibility === 'public' ? 'Send' : 'Keep note'}
        </Button>
      </div>
    </section>
  );
}
