import { Radio, Stack } from '@mantine/core';
import type { MailboxView } from '#shared/mail.ts';
import { InstantField } from '#web/ui/form/instant-field.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { readingOf } from './mailbox-values.ts';

type Values = { which: 'none' | 'since'; since: string };

/** What becomes of mail that lay in a mailbox before it was first looked at. */
export function OldMail({ mailbox, onClose }: { mailbox: MailboxView; onClose(): void }) {
  const { id } = mailbox;
  const form = useForm<Values>({
    values: { which: 'none', since: '' },
    rules: { since: (since, { which }) => (which === 'since' && since === '' ? 'Say since when.' : null) },
    save: ({ values: { which, since } }) =>
      send('POST /mail/mailboxes/{id}/old', { params: { id }, body: { since: which === 'since' ? since : null } }, [
        'GET /mail/mailboxes',
      ]),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Say so" onCancel={onClose}>
      <p className="f-plain">
        {readingOf(mailbox)?.foundBefore?.toLocaleString('en')} mails lay there before Fettle first looked. Each one
        that is taken is looked at like new mail, and those of people who are known become tickets. Nothing is taken out
        of the mailbox.
      </p>
      <Radio.Group
        label="What becomes of them"
        value={form.values.which}
        onChange={(which) => form.set('which', which as Values['which'])}
      >
        <Stack gap={8} mt={6}>
          <Radio value="none" label="Take none of them" data-autofocus />
          <Radio value="since" label="Take those that came since" />
        </Stack>
      </Radio.Group>
      {form.values.which === 'since' && <InstantField form={form} name="since" label="Since" required />}
    </FormShell>
  );
}
