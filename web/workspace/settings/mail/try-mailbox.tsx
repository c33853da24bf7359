import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MailboxTried, MailboxView } from '#shared/mail.ts';
import { useDo } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { FormFault } from '#web/ui/form/shell.tsx';

/** Opens a mailbox now, as it is saved, and says what is there or what is in the way. */
export function TryMailbox({ box }: { box: MailboxView }) {
  const [isOpen, setOpen] = useState(false);
  const attempt = useDo('POST /mail/mailboxes/{id}/test', { failed: false, refresh: [] });
  const begin = () => {
    setOpen(true);
    attempt.mutate({ params: { id: box.id } });
  };
  return (
    <>
      <Button variant="default" size="compact-sm" aria-label={`Try ${box.name}`} onClick={begin}>
        Try
      </Button>
      <Dialog title={`Trying ${box.name}`} opened={isOpen} onClose={() => setOpen(false)}>
        <div role="status" aria-busy={attempt.isPending}>
          {attempt.isPending && <p className="f-plain">Opening the mailbox …</p>}
          {attempt.isSuccess && <Outcome tried={attempt.data} />}
        </div>
        {attempt.isError && <FormFault error={attempt.error} />}
      </Dialog>
    </>
  );
}

function Outcome({ tried: { works, says } }: { tried: MailboxTried }) {
  return works ? (
    <p className="f-plain">It can be read: {says}. Nothing was taken or changed.</p>
  ) : (
    <>
      <p className="f-plain">It cannot be read:</p>
      <p className="f-mail-words">{says}</p>
    </>
  );
}
