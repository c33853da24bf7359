import { Anchor } from '@mantine/core';
import { call } from '#web/api/client.ts';
import { queryClient } from '#web/api/use.ts';
import { Door } from '#web/ui/door/door.tsx';
import { TIME_ZONES } from '#web/ui/form/choices.ts';
import { PickField, SecretField, TextField } from '#web/ui/form/fields.tsx';
import { both, email, needed, newPassword, PASSWORD_ADVICE } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set([HERE, ...TIME_ZONES])];

type Props = { token: string; mode: 'own' | 'sample'; onBack(): void; onDone(): unknown };

/** Who owns this installation. The password is theirs; no default one exists. */
export function OwnerForm({ token, mode, onBack, onDone }: Props) {
  const sample = mode === 'sample';
  const form = useForm({
    values: {
      mspName: sample ? 'Harbour IT' : '',
      timeZone: sample ? 'Australia/Sydney' : HERE,
      name: '',
      email: '',
      password: '',
    },
    rules: {
      mspName: needed('your company’s name'),
      name: needed('your name'),
      email: both(needed('your e-mail address'), email),
      password: newPassword,
    },
    draft: `setup.${mode}`,
    secret: ['password'],
    save: ({ values }) => call('POST /setup', { body: { token, mode, ...values } }),
    onSaved: () => {
      queryClient.clear();
      return onDone();
    },
  });
  return (
    <Door
      title={sample ? 'Explore Harbour IT' : 'Set up your desk'}
      intro="You become its owner, who may do everything and invite others."
      wide
    >
      <FormShell form={form} submit={sample ? 'Open the sample desk' : 'Open my desk'}>
        <div className="f-form-pair" data-align="end">
          <TextField
            form={form}
            name="mspName"
            label="Your company"
            autoComplete="organization"
            required
            autoFocus={!sample}
          />
          <PickField
            form={form}
            name="timeZone"
            label="Time zone"
            description="Where your desk works; each client has its own"
            data={ZONES}
          />
        </div>
        <div className="f-form-pair">
          <TextField form={form} name="name" label="Your name" autoComplete="name" required autoFocus={sample} />
          <TextField form={form} name="email" label="Your e-mail" type="email" autoComplete="email" required />
        </div>
        <SecretField
          form={form}
          name="password"
          label="Password"
          description={PASSWORD_ADVICE}
          autoComplete="new-password"
          required
        />
      </FormShell>
      <p className="f-door-aside">
        <Anchor component="button" type="button" onClick={onBack}>
          Back
        </Anchor>
      </p>
    </Door>
  );
}
