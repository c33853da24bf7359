import { CopyButton, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLink } from '#web/ui/icons.ts';

/** The key, which copies the address of the ticket when pressed. */
export function CopyKey({ ticketKey }: { ticketKey: string }) {
  return (
    <CopyButton value={`${window.location.origin}/tickets/${ticketKey}`}>
      {({ copied, copy }) => (
        <UnstyledButton className="f-copy-key" onClick={copy} data-tip={copied ? 'Copied' : 'Copy the link'}>
          {ticketKey}
          {copied ? <IconCheck size={13} aria-hidden="true" /> : <IconLink size={13} aria-hidden="true" />}
          <span className="f-hidden">: {copied ? 'link copied' : 'copy the link'}</span>
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
