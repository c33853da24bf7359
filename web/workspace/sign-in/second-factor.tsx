import { Anchor } from '@mantine/core';
import { call } from '#web/api/client.ts';
import { Door } from '#web/ui/door/door.tsx';
import { TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';

/** The second step of signing in: the app's six digits, or a recovery code. */
export function SecondFactorForm({ onDone, onBack }: { onDone(): unknown; onBack(): void }) {
  const form = useForm({
    values: { code: '' },
    rules: {
      code: (code) => (code.trim().length < 6 ? 'Enter the six digits that the app shows, or a recovery code.' : null),
    },
    save: ({ values }) => call('POST /sessions/second-factor', { body: { code: values.code.trim() } }),
    onSaved: onDone,
  });
  return (
    <Door title="One more step" intro="Type the six digits from your authenticator app, or one of your recovery codes.">
      <FormShell form={form} submit="Continue">
        <TextField form={form} name="code" label="Code" autoComplete="one-time-code" maxLength={40} autoFocus />
      </FormShell>
      <p className="f-door-aside">
        <Anchor component="button" type="button" onClick={onBack}>
          Sign in as somebody else
        </Anchor>
      </p>
    </Door>
  );
}
