import type { MailboxView, MailSendingView } from '#shared/mail.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { NumberField, PickField, SecretField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { both, email, needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { type Form, useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';

type Values = Pick<
  MailSendingView,
  'active' | 'via' | 'host' | 'port' | 'security' | 'username' | 'fromName' | 'fromAddress'
> & { password: string; mailboxId: string | null };

const LABELS = {
  active: 'Send mail',
  via: 'How mail leaves',
  host: 'Server',
  port: 'Port',
  security: 'Encryption',
  mailboxId: 'Sign in with',
  username: 'User',
  password: 'Password',
  fromName: 'Sender’s name',
  fromAddress: 'Sender’s address',
} as const;

const ENCRYPTIONS = [
  { value: 'starttls', label: 'STARTTLS, required (usually port 587)' },
  { value: 'tls', label: 'TLS from the start (usually port 465)' },
  { value: 'none', label: 'None: only for a server on this very machine' },
];
const PORTS: Readonly<Record<string, number>> = { starttls: 587, tls: 465, none: 25 };

const WAYS = [
  { value: 'smtp', label: 'By a mail server (SMTP)' },
  { value: 'graph', label: 'From a mailbox at Microsoft 365 (Graph)' },
];

const valuesOf = ({
  version,
  active,
  via,
  host,
  port,
  security,
  username,
  mailboxId,
  fromName,
  fromAddress,
}: MailSendingView) => ({
  active: version === 0 || active,
  via,
  host,
  port,
  security,
  username,
  mailboxId,
  password: '',
  fromName,
  fromAddress,
});

const SERVERS: Readonly<Record<string, { host: string; port: number; security: Values['security'] }>> = {
  microsoft: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  google: { host: 'smtp.gmail.com', port: 587, security: 'starttls' },
};

/** With a mailbox's sign-in go its user and its provider's server. */
function signedInAs(values: Values, box: MailboxView | undefined): Values {
  if (box?.graph) return { ...values, fromAddress: values.fromAddress || box.address };
  if (!box?.imap) return values;
  return { ...values, password: '', username: box.imap.username, ...SERVERS[box.imap.oauth?.provider ?? ''] };
}

/** The mail server and who mail is from. A stored password stays unless another is typed. */
export function MailForm({ sending }: { sending: MailSendingView }) {
  const { data: boxes } = useGet('GET /mail/mailboxes', {});
  const all = boxes?.items ?? [];
  const signedIn = all.filter(({ imap }) => imap?.oauth);
  const atGraph = all.filter(({ graph }) => graph);
  const form = useForm<Values>({
    values: valuesOf(sending),
    version: sending.version,
    draft: 'mail-sending',
    secret: ['password'],
    rules: {
      host: (host, { via }) => (via === 'smtp' && host.trim() === '' ? 'Enter the name of the mail server.' : null),
      mailboxId: (id, { via }) =>
        via === 'graph' && id === null ? 'Choose the mailbox that mail is sent from.' : null,
      fromName: needed('a name, such as your company’s'),
      fromAddress: both(needed('the address that mail comes from'), email),
    },
    // The usual port goes with the encryption, unless somebody chose another.
    follow: (next, before) => {
      // A mailbox that is read one way is not sent from the other.
      if (next.via !== before.via) return { ...next, mailboxId: null };
      if (next.mailboxId !== before.mailboxId)
        return signedInAs(
          next,
          all.find(({ id }) => id === next.mailboxId),
        );
      return next.security !== before.security && before.port === PORTS[before.security]
        ? { ...next, port: PORTS[next.security] ?? next.port }
        : next;
    },
    save: async ({ values, version }) => {
      const body = { version, ...(values.via === 'graph' ? withoutServer(values) : withServer(values)) };
      await send('PUT /mail/sending', { body }, ['GET /mail/sending', 'GET /mail/outgoing']);
    },
    latest: async () => {
      const stored = await call('GET /mail/sending', {});
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: () => toast.done('Saved'),
  });
  return (
    <FormShell form={form} submit="Save" labels={LABELS} show={(name) => (name === 'password' ? '…' : undefined)}>
      <SwitchField form={form} name="active" label={LABELS.active} />
      <PickField form={form} name="via" label={LABELS.via} data={WAYS} />
      {form.values.via === 'graph' ? (
        <PickField
          form={form}
          name="mailboxId"
          label="Mailbox"
          description="One that Fettle reads by Graph; what is sent is kept among its sent items"
          placeholder={atGraph.length > 0 ? 'Choose one' : 'None yet: set one up under Mailboxes'}
          data={atGraph.map(({ id, name, address }) => ({ value: id, label: `${name} · ${address}` }))}
        />
      ) : (
        <ServerFields form={form} signedIn={signedIn} hasPassword={sending.hasPassword} />
      )}
      <div className="f-form-pair">
        <TextField
          form={form}
          name="fromName"
          label={LABELS.fromName}
          description="Such as “Harbour IT”"
          required
          maxLength={200}
        />
        <TextField
          form={form}
          name="fromAddress"
          label={LABELS.fromAddress}
          description="One that the server lets you send from"
          placeholder="desk@example.com"
          required
          maxLength={254}
        />
      </div>
    </FormShell>
  );
}

const withServer = ({ password, ...values }: Values) => ({ ...values, ...(password === '' ? {} : { password }) });

/** Of a mail server nothing is said where mail goes by Graph. */
const withoutServer = ({ active, via, mailboxId, fromName, fromAddress }: Values) => ({
  ...{ active, via, mailboxId, fromName, fromAddress },
});

type ServerProps = { form: Form<Values>; signedIn: readonly MailboxView[]; hasPassword: boolean };

/** The mail server that takes it, and as whom it is signed in to. */
function ServerFields({ form, signedIn, hasPassword }: ServerProps) {
  return (
    <>
      <div className="f-form-pair">
        <TextField
          form={form}
          name="host"
          label={LABELS.host}
          description="As your mail provider calls it"
          placeholder="smtp.example.com"
          required
          maxLength={253}
        />
        <NumberField form={form} name="port" label={LABELS.port} description="587, 465 or 25" min={1} max={65_535} />
      </div>
      <PickField form={form} name="security" label={LABELS.security} data={ENCRYPTIONS} />
      {(signedIn.length > 0 || form.values.mailboxId !== null) && (
        <PickField
          form={form}
          name="mailboxId"
          label={LABELS.mailboxId}
          description="A password, or what a mailbox at Microsoft 365 or Google signs in with"
          clearable
          placeholder="User and password"
          data={signedIn.map(({ id, address }) => ({ value: id, label: `The sign-in of ${address}` }))}
        />
      )}
      <div className="f-form-pair">
        <TextField
          form={form}
          name="username"
          label={LABELS.username}
          description="Empty where none is needed"
          autoComplete="off"
          maxLength={300}
        />
        {form.values.mailboxId === null && (
          <SecretField
            form={form}
            name="password"
            label={LABELS.password}
            description={hasPassword ? 'Empty: stays as it is' : 'Kept sealed, never shown again'}
            autoComplete="new-password"
          />
        )}
      </div>
    </>
  );
}
