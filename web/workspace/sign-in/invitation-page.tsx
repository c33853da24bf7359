import { Button, PasswordInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { fieldErrors } from '#web/api/problem.ts';
import { queryClient, useDo } from '#web/api/use.ts';
import { Door } from './door.tsx';
import { Fault } from './fault.tsx';
import { tokenOfAddress } from './token.ts';

/** Accepting an invitation: choosing a password. The token sits behind `#`, which browsers do not send or log. */
export default function InvitationPage() {
  const [token] = useState(tokenOfAddress);
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const accept = useDo('POST /invitations', {
    failed: false,
    onDone: () => {
      queryClient.clear();
      return navigate({ to: '/queue', replace: true });
    },
  });
  const errors = fieldErrors(accept.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate({ body: { token, password } });
  };
  return (
    <Door
      title="Welcome"
      intro="Choose a password to open your account. Twelve characters or more; a few words in a row are good."
    >
      <form className="f-door-form" onSubmit={submit}>
        <PasswordInput
          label="Password"
          autoComplete="new-password"
          required
          value={password}
          error={errors['password']}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoFocus
        />
        {!errors['password'] && <Fault error={accept.error} />}
        <Button type="submit" loading={accept.isPending} fullWidth>
          Open my account
        </Button>
      </form>
    </Door>
  );
}
