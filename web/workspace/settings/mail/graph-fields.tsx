import type { MailboxView } from '#shared/mail.ts';
import { PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import { ApplicationFields, type Labels } from './application-fields.tsx';
import { GRAPH, type MailboxValues } from './mailbox-values.ts';

const CLOUDS = [
  { value: GRAPH, label: 'Worldwide' },
  { value: 'https://graph.microsoft.us', label: 'US government (GCC High)' },
  { value: 'https://dod-graph.microsoft.us', label: 'US government (DoD)' },
];

type Props = {
  form: Form<MailboxValues>;
  mailbox: MailboxView | null;
  labels: Labels & Readonly<Record<'username' | 'folder' | 'url' | 'markRead', string>>;
};

/** How a mailbox is read by Microsoft Graph. Another mailbox or folder is looked at anew, from then on. */
export function GraphFields({ form, mailbox, labels }: Props) {
  const { url } = form.values;
  // Set up through the API, at a place that has no name here.
  const clouds = CLOUDS.some(({ value }) => value === url) ? CLOUDS : [...CLOUDS, { value: url, label: url }];
  return (
    <>
      <p className="f-plain f-dim">
        Nothing is taken out of the mailbox. What lies in it already is left alone until you say so. The guide’s page on
        mail shows step by step what to set up at Microsoft.
      </p>
      <div className="f-form-pair">
        <TextField
          form={form}
          name="username"
          label={labels.username}
          description="Empty: the address above. Shared mailboxes too"
          placeholder={form.values.address || 'support@example.com'}
          autoComplete="off"
          maxLength={300}
        />
        <TextField
          form={form}
          name="folder"
          label={labels.folder}
          description="Inbox, or such as Support/New"
          maxLength={200}
        />
      </div>
      <ApplicationFields form={form} mailbox={mailbox} labels={labels} />
      <PickField form={form} name="url" label={labels.url} data={clouds} />
      <SwitchField
        form={form}
        name="markRead"
        label={labels.markRead}
        description="Needs the permission Mail.ReadWrite instead of Mail.Read. Otherwise nothing there is changed"
      />
    </>
  );
}
