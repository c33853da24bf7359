import { Button, FileButton, Textarea } from '@mantine/core';
import { textToHtml } from '#shared/html.ts';
import type { PortalTicket } from '#shared/portal.ts';
import { useDo } from '#web/api/use.ts';
import { useKept } from '#web/ui/form/use-kept.ts';
import { useAttach } from '#web/ui/text/attach.ts';
import { Attached } from '#web/ui/text/attached.tsx';
import { faultOf } from './faults.ts';
import { t } from './words/t.ts';

const EMPTY = { text: '', attachments: [] as { id: string; name: string }[] };

/** Answering; what was written is kept until it is sent, also when the page is left. */
export function PortalReply({ ticket }: { ticket: PortalTicket }) {
  const { values, change, clear } = useKept(`portal.${ticket.id}`, EMPTY);
  const { attach, busy } = useAttach(ticket.clientId, change);
  const send = useDo('POST /portal/tickets/{idOrKey}/messages', {
    lasting: true,
    failed: false,
    refresh: ['GET /portal/tickets/{idOrKey}', 'GET /portal/tickets'],
    onDone: clear,
  });
  const fault = faultOf(send.error, 'body');
  const { text, attachments } = values;
  const post = () => {
    if (text.trim() === '' || send.isPending || busy) return;
    const attachmentIds = attachments.map(({ id }) => id);
    send.mutate({
      params: { idOrKey: ticket.id },
      body: { body: textToHtml(text.trim()), ...(attachmentIds.length > 0 ? { attachmentIds } : {}) },
    });
  };
  return (
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        post();
      }}
    >
      <Textarea
        label={t('reply.label')}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={20_000}
        value={text}
        error={fault}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) post();
        }}
      />
      <Attached
        files={attachments}
        onRemove={(gone) => change((now) => ({ attachments: now.attachments.filter(({ id }) => id !== gone) }))}
      />
      {send.isPaused && (
        <p className="f-dim" role="status">
          {t('reply.offline')}
        </p>
      )}
      <div className="f-portal-buttons">
        <Button type="submit" loading={send.isPending} disabled={text.trim() === '' || busy}>
          {t('common.send')}
        </Button>
        <FileButton multiple onChange={(files) => void attach(files)}>
          {(props) => (
            <Button variant="default" {...props} loading={busy}>
              {t('files.attach')}
            </Button>
          )}
        </FileButton>
      </div>
    </form>
  );
}
