import { Button } from '@mantine/core';
import { call } from '#web/api/client.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { SecretField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { IconFingerprint } from '#web/ui/icons.ts';
import { passkeysWork, signWithPasskey } from './passkey.ts';

/** The proof that it is still the same person: the password, with a code where one is needed, or a passkey. */
export function Proof({ onDone, onCancel }: { onDone(): void; onCancel(): void }) {
  const { data: methods } = useGet('GET /me/sign-in', {});
  const form = useForm({
    values: { password: '', code: '' },
    save: ({ values: { password, code } }) =>
      call('POST /me/confirm', { body: { password, ...(code === '' ? {} : { code }) } }),
    onSaved: onDone,
  });
  const passkey = useDo('POST /me/confirm/passkey', { failed: 'Not confirmed', onDone });
  const touch = async () => {
    const options = await call('POST /me/confirm/passkey/options', {});
    passkey.mutate({ body: { response: await signWithPasskey(options) } });
  };
  return (
    <FormShell
      form={form}
      submit="Confirm"
      onCancel={onCancel}
      more={
        (methods?.passkeys ?? 0) > 0 &&
        passkeysWork() && (
          <Button
            variant="default"
            leftSection={<IconFingerprint size={16} />}
            onClick={() => void touch().catch((error: unknown) => toast.fault(error))}
          >
            Use a passkey
          </Button>
        )
      }
    >
      <p className="f-dim">
        What you are about to do changes rights, how somebody signs in, or what Fettle sends or reaches elsewhere, so a
        browser left open is not enough.
      </p>
      <SecretField form={form} name="password" label="Your password" autoComplete="current-password" data-autofocus />
      {methods?.totpOn && (
        <TextField
          form={form}
          name="code"
          label="Code from your app"
          inputMode="numeric"
          autoComplete="one-time-code"
          description="Or one of your recovery codes"
        />
      )}
    </FormShell>
  );
}
