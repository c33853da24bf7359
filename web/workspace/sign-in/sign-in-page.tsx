import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { queryClient, useDo } from '#web/api/use.ts';
import { Door } from './door.tsx';
import { Fault } from './fault.tsx';
import { SecondFactorForm } from './second-factor.tsx';

/** Signing in: address and password, then the code where one is set up. */
export default function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [stage, setStage] = useState<'password' | 'second_factor'>('password');
  const enter = async () => {
    queryClient.clear();
    await navigate({ href: next ?? '/queue', replace: true });
  };
  if (stage === 'second_factor') return <SecondFactorForm onDone={enter} onBack={() => setStage('password')} />;
  return <PasswordForm onDone={(reached) => (reached === 'full' ? enter() : setStage('second_factor'))} />;
}

function PasswordForm({ onDone }: { onDone(stage: 'full' | 'second_factor'): unknown }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useDo('POST /sessions', { failed: false, onDone: ({ stage }) => onDone(stage) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { email, password } });
  };
  return (
    <Door title="Sign in">
      <form className="f-door-form" onSubmit={submit}>
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoFocus
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Fault error={signIn.error} />
        <Button type="submit" loading={signIn.isPending} fullWidth>
          Sign in
        </Button>
      </form>
    </Door>
  );
}
