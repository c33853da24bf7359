import { ActionIcon, Button, FileButton } from '@mantine/core';
import type { TicketView } from '#shared/ticket.ts';
import { MinutesField } from '#web/ui/form/minutes-field.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { IconPaperclip, IconSend } from '#web/ui/icons.ts';
import { Keys } from '#web/ui/keys/keys.tsx';
import { useWaysToEnd } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import type { ChangeDraft, Draft } from './draft.ts';
import { isResolving, stepsFrom, TIME } from './next-steps.ts';
import { WorkKind } from './work-kind.tsx';

type Props = {
  ticket: TicketView;
  draft: Draft;
  change: ChangeDraft;
  attach(files: readonly File[]): Promise<void>;
  send(): void;
  ready: boolean;
  sending: boolean;
};

/** What goes with the message: files, time spent, the next status; and sending it all. */
export function ComposerFoot({ ticket, draft, change, attach, send, ready, sending }: Props) {
  const can = useCan();
  const ways = useWaysToEnd([ticket.kind]);
  return (
    <div className="f-composer-foot">
      <FileButton multiple onChange={(files) => void attach(files)}>
        {(props) => (
          <ActionIcon {...props} aria-label="Attach files" data-tip="Attach files">
            <IconPaperclip size={16} aria-hidden="true" />
          </ActionIcon>
        )}
      </FileButton>
      {can('ticket.time') && (
        <MinutesField brief label={TIME} placeholder="Time" value={draft.time} onChange={(time) => change({ time })} />
      )}
      {can('ticket.time') && draft.time.trim() !== '' && (
        <WorkKind value={draft.workTypeId} onChange={(workTypeId) => change({ workTypeId })} />
      )}
      {can('ticket.transition') && (
        <Select
          aria-label="Next status"
          placeholder="Status stays"
          searchable
          data={stepsFrom(ticket.transitions)}
          value={draft.next}
          onChange={(next) => change({ next })}
          clearable
          w={164}
        />
      )}
      {isResolving(draft, ticket.transitions) && (
        <Select
          aria-label="How was it solved?"
          data={ways}
          value={draft.resolutionCode ?? ways[0]?.value ?? null}
          allowDeselect={false}
          onChange={(resolutionCode) => change({ resolutionCode })}
          w={140}
        />
      )}
      <Button
        className="f-composer-send"
        onClick={send}
        disabled={!ready}
        loading={sending}
        leftSection={<IconSend size={15} aria-hidden="true" />}
        rightSection={<Keys combo="mod+enter" />}
      >
        {draft.visibility === 'public' ? 'Send' : 'Keep note'}
      </Button>
    </div>
  );
}
