import type { MailboxView } from '#shared/mail.ts';
import { call } from '#web/api/client.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { both, email, needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients, useTeams } from '../../desk/names.ts';
import { send } from '../../session/send.ts';
import { GraphFields } from './graph-fields.tsx';
import { ImapFields } from './imap-fields.tsx';
import { type MailboxValues, mailboxValues, NEW_MAILBOX, toPut } from './mailbox-values.ts';

const LABELS = {
  name: 'Name',
  address: 'Address',
  kind: 'How mail gets here',
  active: 'In use',
  servesId: 'Whose mailbox it is',
  teamId: 'Team',
  ticketKind: 'What mail becomes',
  trustedServers: 'Trusted mail servers',
  unnamedTrusted: 'Trust results without a name',
  acknowledges: 'Acknowledge new tickets',
  plusAddresses: 'Take plus addresses',
  host: 'Server',
  port: 'Port',
  security: 'Encryption',
  username: 'User',
  password: 'Password',
  folder: 'Folder',
  signIn: 'Signed in to by',
  grant: 'By whose leave',
  tenant: 'Tenant',
  clientId: 'Application (client) id',
  clientSecret: 'Application secret',
  secretEndsOn: 'Secret ends on',
  url: 'Microsoft’s cloud',
  markRead: 'Mark what was taken as read',
} as const;

const GRAPH_LABELS = { ...LABELS, username: 'Mailbox' } as const;

/** Where the providers that have a name read their mailboxes. */
const SERVERS: Readonly<Record<string, string>> = { microsoft: 'outlook.office365.com', google: 'imap.gmail.com' };

const PORTS: Readonly<Record<string, number>> = { tls: 993, starttls: 143, none: 143 };
const TOUCHED = ['GET /mail/mailboxes'] as const;

/** A mailbox: its address, how mail gets here, whose it is and what becomes of its mail. A stored password stays unless another is typed. */
export function MailboxForm({ mailbox, onClose }: { mailbox: MailboxView | null; onClose(): void }) {
  const clients = useClients();
  const teams = useTeams();
  const form = useForm<MailboxValues>({
    values: mailbox ? mailboxValues(mailbox) : NEW_MAILBOX,
    version: mailbox?.version ?? 0,
    draft: `mailbox.${mailbox?.id ?? 'new'}`,
    secret: ['password', 'clientSecret'],
    rules: {
      name: needed('a name, such as “Support”'),
      address: both(needed('the address that people write to'), email),
      host: (host, { kind }) => (kind === 'imap' && host.trim() === '' ? 'Enter the name of the mail server.' : null),
      clientId: (id, { kind, signIn }) =>
        (kind === 'graph' || (kind === 'imap' && signIn !== 'password')) && id.trim() === ''
          ? 'Enter the id of the application.'
          : null,
      tenant: (tenant, { kind, signIn, grant }) =>
        kind === 'graph' && signIn !== 'other' && grant === 'app' && tenant.trim() === ''
          ? 'Enter the tenant that the application signs in to.'
          : null,
      username: (user, { kind }) => (kind === 'imap' && user.trim() === '' ? 'Enter the user who may read it.' : null),
    },
    // The usual port goes with the encryption, unless somebody chose another.
    follow: (next, before) => {
      if (next.kind !== before.kind) return ofKind(next);
      if (next.signIn !== before.signIn && SERVERS[next.signIn])
        return { ...next, host: SERVERS[next.signIn] ?? next.host, port: 993, security: 'tls' };
      return next.security !== before.security && before.port === PORTS[before.security]
        ? { ...next, port: PORTS[next.security] ?? next.port }
        : next;
    },
    rename: (path) => (path === 'imap' ? 'host' : path.replace(/^(imap|graph)\.(oauth\.)?/, '')),
    save: ({ values, version }) => {
      const body = toPut(values, version, mailbox);
      if (!mailbox) return send('POST /mail/mailboxes', { body }, TOUCHED);
      return send('PUT /mail/mailboxes/{id}', { params: { id: mailbox.id }, body }, TOUCHED);
    },
    latest: async () => {
      const { items } = await call('GET /mail/mailboxes', {});
      const stored = items.find(({ id }) => id === mailbox?.id);
      return stored ? { values: mailboxValues(stored), version: stored.version } : { values: NEW_MAILBOX, version: 0 };
    },
    onSaved: onClose,
  });
  const { kind } = form.values;
  return (
    <FormShell
      form={form}
      submit={mailbox ? 'Save' : 'Add mailbox'}
      onCancel={onClose}
      labels={LABELS}
      show={(name) => (name === 'password' || name === 'clientSecret' ? '…' : undefined)}
    >
      <div className="f-form-pair">
        <TextField form={form} name="name" label={LABELS.name} required maxLength={200} data-autofocus />
        <TextField
          form={form}
          name="address"
          label={LABELS.address}
          placeholder="support@example.com"
          required
          maxLength={254}
        />
      </div>
      <PickField
        form={form}
        name="kind"
        label={LABELS.kind}
        data={[
          { value: 'smtp', label: 'A mail server hands mail on (SMTP)' },
          { value: 'imap', label: 'Fettle reads a mailbox (IMAP)' },
          { value: 'graph', label: 'Fettle reads a mailbox at Microsoft 365 (Graph)' },
        ]}
      />
      {kind === 'smtp' && <HandOver />}
      {kind === 'imap' && <ImapFields form={form} mailbox={mailbox} labels={LABELS} />}
      {kind === 'graph' && <GraphFields form={form} mailbox={mailbox} labels={GRAPH_LABELS} />}
      <div className="f-form-pair">
        <PickField
          form={form}
          name="servesId"
          label={LABELS.servesId}
          description="Without one, the sender tells whose it is"
          placeholder="Nobody’s in particular"
          clearable
          searchable
          data={named(clients)}
        />
        <PickField
          form={form}
          name="teamId"
          label={LABELS.teamId}
          description="Gets what comes in here"
          placeholder="None"
          clearable
          data={named(teams.filter(({ id, active }) => active || id === form.values.teamId))}
        />
      </div>
      <PickField
        form={form}
        name="ticketKind"
        label={LABELS.ticketKind}
        data={[
          { value: 'incident', label: 'An incident' },
          { value: 'request', label: 'A request' },
        ]}
      />
      <WordsField
        form={form}
        name="trustedServers"
        label={LABELS.trustedServers}
        description="The names by which your own mail servers sign what they found out about a sender: what stands first after “Authentication-Results:” in a mail that came through them. Without any, nothing proves a sender, and mail of your own people is kept back."
        placeholder={form.values.trustedServers.length > 0 ? '' : 'mx.example.com'}
        maxTags={10}
      />
      <SwitchField
        form={form}
        name="unnamedTrusted"
        label={LABELS.unnamedTrusted}
        description="Microsoft 365 signs with none. Only for a mailbox of Microsoft 365: anybody can write such a result into a mail, and there it stands below the true one"
      />
      <SwitchField
        form={form}
        name="acknowledges"
        label={LABELS.acknowledges}
        description="Whoever wrote is told the number of their ticket, at most once an hour; machines never"
      />
      <SwitchField
        form={form}
        name="plusAddresses"
        label={LABELS.plusAddresses}
        description="Mail to name+anything@… arrives here, too, by which answers find their ticket most surely"
      />
      <SwitchField form={form} name="active" label={LABELS.active} />
    </FormShell>
  );
}

/** Each protocol calls the inbox by a name of its own; Microsoft 365 writes results without a name. */
function ofKind(values: MailboxValues): MailboxValues {
  const { kind, folder } = values;
  if (kind === 'imap') return { ...values, folder: folder === 'Inbox' ? 'INBOX' : folder };
  if (kind !== 'graph') return values;
  return { ...values, signIn: 'microsoft', folder: folder === 'INBOX' ? 'Inbox' : folder, unnamedTrusted: true };
}

/** Where a mail server is to hand mail on. */
function HandOver() {
  return (
    <p className="f-plain f-dim">
      Let your mail server hand on what comes to this address to the machine that Fettle runs on, at the port that{' '}
      <code>FETTLE_SMTP_PORT</code> names when Fettle starts; without it nobody listens there.{' '}
      <code>FETTLE_SMTP_HOST</code> names the address it listens at: 127.0.0.1 unless you say otherwise, which only a
      mail server on the same machine reaches. The guide’s page on mail shows how, for Postfix and for Exchange.
    </p>
  );
}
