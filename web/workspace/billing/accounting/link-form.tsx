import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AccountingLink } from '#shared/accounting.ts';
import { SecretField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { ACCOUNTING_TOUCHED } from './touched.ts';

type Values = {
  oauthClientId: string;
  oauthClientSecret: string;
  webhookKey: string;
  sendFrom: string;
  authorizeUrl: string;
  tokenUrl: string;
  apiUrl: string;
};
const LABELS = {
  ...{ oauthClientId: 'Client id', oauthClientSecret: 'Client secret', webhookKey: 'Webhook key' },
  ...{ sendFrom: 'Send what is issued from', authorizeUrl: 'Sign-in address', tokenUrl: 'Token address' },
  apiUrl: 'API address',
} as const;

type Props = { link: AccountingLink | null; callbackUrl: string; webhookUrl: string; onClose(): void };

/** By which app Xero is reached, and from which day on invoices go there. */
export function LinkForm({ link, callbackUrl, webhookUrl, onClose }: Props) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const [elsewhere, setElsewhere] = useState(link !== null && link.apiUrl !== 'https://api.xero.com');
  const form = useForm<Values>({
    values: {
      ...{ oauthClientId: link?.oauthClientId ?? '', oauthClientSecret: '', webhookKey: '' },
      sendFrom: link?.sendFrom ?? `${today.slice(0, 8)}01`,
      ...{ authorizeUrl: link?.authorizeUrl ?? '', tokenUrl: link?.tokenUrl ?? '', apiUrl: link?.apiUrl ?? '' },
    },
    version: link?.version ?? 0,
    secret: ['oauthClientSecret', 'webhookKey'],
    rules: {
      oauthClientId: needed('the client id of the app'),
      sendFrom: needed('a day'),
      ...(link ? {} : { oauthClientSecret: needed('the client secret of the app') }),
    },
    save: ({ values: { oauthClientId, oauthClientSecret, webhookKey, sendFrom, ...addresses }, version }) =>
      send(
        'PUT /accounting/link',
        {
          body: {
            ...{ oauthClientId: oauthClientId.trim(), sendFrom, version },
            ...(oauthClientSecret ? { oauthClientSecret } : {}),
            ...(webhookKey ? { webhookKey } : {}),
            ...Object.fromEntries(Object.entries(addresses).filter(([, value]) => elsewhere && value !== '')),
          },
        },
        ACCOUNTING_TOUCHED,
      ),
    onSaved: onClose,
  });
  const kept = 'Kept as it is where this stays empty';
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={LABELS}>
      <p className="f-plain">
        Make a web app under <strong>developer.xero.com, My Apps</strong>, with this address to redirect to:{' '}
        <code className="f-accounting-address">{callbackUrl}</code>
      </p>
      <TextField form={form} name="oauthClientId" label={LABELS.oauthClientId} data-autofocus />
      <SecretField
        form={form}
        name="oauthClientSecret"
        label={LABELS.oauthClientSecret}
        description={link ? kept : 'Shown there once, when it is made'}
        autoComplete="off"
      />
      <TextField
        form={form}
        name="sendFrom"
        type="date"
        label={LABELS.sendFrom}
        description="What was issued before stays out of Xero"
      />
      <SecretField
        form={form}
        name="webhookKey"
        label={LABELS.webhookKey}
        description={`So that payments show up at once, and not within minutes. The app’s webhook for invoices goes to ${webhookUrl}${link?.hasWebhookKey ? `. ${kept}` : ''}`}
        autoComplete="off"
      />
      {elsewhere ? (
        <>
          <TextField form={form} name="authorizeUrl" label={LABELS.authorizeUrl} />
          <TextField form={form} name="tokenUrl" label={LABELS.tokenUrl} />
          <TextField form={form} name="apiUrl" label={LABELS.apiUrl} />
        </>
      ) : (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setElsewhere(true)}>
            Other addresses than Xero’s own…
          </Button>
        </div>
      )}
    </FormShell>
  );
}
