import type { TotpStart } from '#client/index.ts';
import { QrCode } from '#web/ui/codes/qr.tsx';
import { TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';

type Props = { start: TotpStart; onCancel(): void; onDone(codes: readonly string[]): void };

/** The QR code to scan, and the first code as proof that the app has it. */
export function AppCodesSetUp({ start, onCancel, onDone }: Props) {
  const form = useForm({
    values: { code: '' },
    rules: { code: (code) => (/^[0-9]{6}$/.test(code) ? null : 'Enter the six digits that the app shows.') },
    follow: ({ code }) => ({ code: code.replaceAll(/\s/g, '') }),
    save: async ({ values }) =>
      onDone((await send('POST /me/totp/confirm', { body: values }, ['GET /me/sign-in', 'GET /me'])).codes),
  });
  return (
    <FormShell form={form} submit="Turn on" onCancel={onCancel}>
      <p className="f-plain">Scan this with your authenticator app.</p>
      <QrCode qr={start.qr} size={start.size} label="QR code for your app" />
      <p className="f-plain f-dim f-secret">
        Cannot scan? Type this key instead: <span className="f-mono">{start.secret.match(/.{1,4}/g)?.join(' ')}</span>
      </p>
      <TextField
        form={form}
        name="code"
        label="Code that the app shows now"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        w={200}
        data-autofocus
      />
    </FormShell>
  );
}
