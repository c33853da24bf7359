import type { MailboxView } from '#shared/mail.ts';
import { NumberField, PickField, SecretField, TextField } from '#web/ui/form/fields.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import { ApplicationFields, type Labels } from './application-fields.tsx';
import type { MailboxValues } from './mailbox-values.ts';

const ENCRYPTIONS = [
  { value: 'tls', label: 'TLS from the start (usually port 993)' },
  { value: 'starttls', label: 'STARTTLS, required (usually port 143)' },
  { value: 'none', label: 'None: only for a server on this very machine' },
];

const SIGN_INS = [
  { value: 'password', label: 'A password' },
  { value: 'microsoft', label: 'Microsoft 365 (OAuth)' },
  { value: 'google', label: 'Google (OAuth)' },
];
type Names = 'host' | 'port' | 'security' | 'username' | 'password' | 'folder' | 'signIn';
type Props = {
  form: Form<MailboxValues>;
  mailbox: MailboxView | null;
  labels: Labels & Readonly<Record<Names, string>>;
};

/** How a mailbox is read over IMAP. Another server, user or folder is another mailbox: it is looked at anew, from then on. */
export function ImapFields({ form, mailbox, labels }: Props) {
  const { signIn } = form.values;
  const isToken = signIn !== 'password';
  // Set up through the API, by a provider that has no name here.
  const ways = signIn === 'other' ? [...SIGN_INS, { value: 'other', label: 'Another provider (OAuth)' }] : SIGN_INS;
  return (
    <>
      <p className="f-plain f-dim">
        Nothing is taken out of the mailbox or marked there. What lies in it already is left alone until you say so.
      </p>
      <PickField form={form} name="signIn" label={labels.signIn} data={ways} />
      <div className="f-form-pair">
        <TextField
          form={form}
          name="host"
          label={labels.host}
          placeholder="imap.example.com"
          required
          maxLength={253}
        />
        <NumberField form={form} name="port" label={labels.port} min={1} max={65_535} />
      </div>
      <PickField form={form} name="security" label={labels.security} data={ENCRYPTIONS} />
      <div className="f-form-pair">
        <TextField
          form={form}
          name="username"
          label={labels.username}
          description="Often the address"
          required
          autoComplete="off"
          maxLength={300}
        />
        {!isToken && (
          <SecretField
            form={form}
            name="password"
            label={labels.password}
            description={mailbox?.imap?.hasPassword ? 'Empty: stays as it is' : 'Kept sealed, never shown again'}
            autoComplete="new-password"
          />
        )}
      </div>
      {isToken && <ApplicationFields form={form} mailbox={mailbox} labels={labels} />}
      <TextField form={form} name="folder" label={labels.folder} maxLength={200} />
    </>
  );
}
