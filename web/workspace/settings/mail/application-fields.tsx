import type { MailboxView } from '#shared/mail.ts';
import { PickField, SecretField, TextField } from '#web/ui/form/fields.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import { type MailboxValues, readingOf } from './mailbox-values.ts';

const GRANTS = [
  { value: 'code', label: 'Somebody who may read it agrees' },
  { value: 'app', label: 'The application itself may read it' },
];

/** What the fields are called. */
export type Labels = Readonly<Record<'grant' | 'tenant' | 'clientId' | 'clientSecret' | 'secretEndsOn', string>>;
type Props = { form: Form<MailboxValues>; mailbox: MailboxView | null; labels: Labels };

/** The application that is registered at the provider, and by whose leave it reads. */
export function ApplicationFields({ form, mailbox, labels }: Props) {
  const { kind, signIn, grant } = form.values;
  const isMicrosoft = kind === 'graph' ? signIn !== 'other' : signIn === 'microsoft';
  const isKnown = mailbox?.kind === kind && readingOf(mailbox)?.oauth?.provider === signIn;
  return (
    <>
      {isMicrosoft && (
        <div className="f-form-pair">
          <PickField form={form} name="grant" label={labels.grant} data={GRANTS} />
          <TextField
            form={form}
            name="tenant"
            label={labels.tenant}
            description={grant === 'app' ? 'Its id, or a domain of it' : 'Empty: whichever somebody signs in to'}
            placeholder="example.onmicrosoft.com"
            maxLength={100}
          />
        </div>
      )}
      <div className="f-form-pair">
        <TextField form={form} name="clientId" label={labels.clientId} required autoComplete="off" maxLength={300} />
        <SecretField
          form={form}
          name="clientSecret"
          label={labels.clientSecret}
          description={isKnown ? 'Empty: stays as it is' : 'Kept sealed, never shown again'}
          autoComplete="new-password"
        />
      </div>
      <TextField
        form={form}
        name="secretEndsOn"
        type="date"
        label={labels.secretEndsOn}
        description="As the provider said when it was made; you are told three weeks before"
      />
      <p className="f-plain f-dim">
        Register an application at the provider with the address{' '}
        <code className="f-mail-callback">{`${window.location.origin}/api/v1/mail/oauth/callback`}</code>
        {grant === 'code' ? '. Then save, and connect the mailbox in the list.' : '.'}
      </p>
    </>
  );
}
