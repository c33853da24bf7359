import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { REFUSALS } from '#shared/sign-in-words.ts';
import { call } from '#web/api/client.ts';
import { queryClient } from '#web/api/use.ts';
import { Door } from '#web/ui/door/door.tsx';
import { SecretField, TextField } from '#web/ui/form/fields.tsx';
import { both, email, needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { OtherWays } from './other-ways.tsx';
import type { SignInSearch } from './search.ts';
import { SecondFactorForm } from './second-factor.tsx';

/** Signing in: address and password, then the code where one is set up; or a passkey, or the company's own provider. */
export default function SignInPage() {
  const { next, refused, stage: reached }: SignInSearch = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [stage, setStage] = useState<'password' | 'second_factor'>(reached ?? 'password');
  const enter = async () => {
    queryClient.clear();
    await navigate({ href: next ?? '/', replace: true });
  };
  if (stage === 'second_factor') return <SecondFactorForm onDone={enter} onBack={() => setStage('password')} />;
  return (
    <Door title="Sign in">
      {refused && (
        <p className="f-door-note" role="alert">
          {REFUSALS[refused]}
        </p>
      )}
      <PasswordForm onDone={(answered) => (answered === 'full' ? enter() : setStage('second_factor'))} />
      <OtherWays returnTo={next ?? '/'} onDone={enter} />
      <p className="f-door-aside f-dim">
        Forgot your password? Whoever manages the people of your desk gives you a link with which you choose a new one.
      </p>
    </Door>
  );
}

function PasswordForm({ onDone }: { onDone(stage: 'full' | 'second_factor'): unknown }) {
  const form = useForm({
    values: { email: '', password: '' },
    rules: { email: both(needed('your e-mail address'), email), password: needed('your password') },
    save: async ({ values }) => onDone((await call('POST /sessions', { body: values })).stage),
  });
  return (
    <FormShell form={form} submit="Sign in">
      <TextField form={form} name="email" label="E-mail" type="email" autoComplete="username" autoFocus />
      <SecretField form={form} name="password" label="Password" autoComplete="current-password" />
    </FormShell>
  );
}
