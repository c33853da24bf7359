import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { queryClient } from '#web/api/use.ts';
import { Door } from '#web/ui/door/door.tsx';
import { useLinkWorks } from '#web/ui/door/link.ts';
import { forgetToken, useToken } from '#web/ui/door/token.ts';
import { SecretField } from '#web/ui/form/fields.tsx';
import { newPassword, PASSWORD_ADVICE } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';

/** The link of an invitation or a reset: choosing a password. The token sits behind `#`, which browsers do not send or log. */
export default function InvitationPage() {
  const token = useToken();
  const works = useLinkWorks('POST /invitations/check', token);
  const [used, setUsed] = useState('');
  if (token && works === null) return null;
  if (token && works && used !== token)
    return <ChoosePassword key={token} token={token} onUsed={() => setUsed(token)} />;
  return (
    <Door title={token ? 'This link does not work any more' : 'This link is not complete'}>
      <p>
        A link works once and not for long. {token ? 'If you did not use it yourself, ask' : 'Open all of it, or ask'}{' '}
        whoever gave it to you for a new one.
      </p>
      <p>
        <a href="/sign-in">Sign in</a>
      </p>
    </Door>
  );
}

function ChoosePassword({ token, onUsed }: { token: string; onUsed(): void }) {
  const navigate = useNavigate();
  const form = useForm({
    values: { password: '' },
    rules: { password: newPassword },
    save: async ({ values: { password } }) => {
      const { stage } = await call('POST /invitations', { body: { token, password } }).catch((error: unknown) => {
        if ('token' in fieldErrors(error)) onUsed();
        throw error;
      });
      forgetToken();
      queryClient.clear();
      if (stage === 'second_factor') await navigate({ to: '/sign-in', search: { stage }, replace: true });
      else await navigate({ to: '/', replace: true });
    },
  });
  return (
    <Door title="Choose your password" intro="With it and your e-mail address you sign in from now on.">
      <FormShell form={form} submit="Open my account">
        <SecretField
          form={form}
          name="password"
          label="Password"
          description={PASSWORD_ADVICE}
          autoComplete="new-password"
          autoFocus
        />
      </FormShell>
    </Door>
  );
}
