import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PASSWORD_LENGTH } from '#shared/sign-in-words.ts';
import { call } from '#web/api/client.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { queryClient } from '#web/api/use.ts';
import { forgetToken, useToken } from '#web/ui/door/token.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { heard } from '#web/ui/words/words.ts';
import { PortalDoor } from './portal-door.tsx';
import { OneField } from './sign-in/one-field.tsx';
import { t } from './words/t.ts';

/** The link of an invitation, or of a reset: somebody of a client chooses a password with it, and is signed in. */
export default function PasswordPage() {
  const token = useToken();
  const navigate = useNavigate();
  const [spent, setSpent] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['POST /invitations/check', token],
    queryFn: () => call('POST /invitations/check', { body: { token } }),
    enabled: token !== '',
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (token === '' || spent || error || data?.works === false)
    return (
      <PortalDoor title={t('common.linkUsed')}>
        <p>{t('password.askAgain')}</p>
      </PortalDoor>
    );
  if (!data)
    return (
      <PortalDoor title={t('password.choose')}>
        <SkeletonLines lines={3} />
      </PortalDoor>
    );
  const choose = async (password: string) => {
    try {
      await call('POST /invitations', { body: { token, password } });
    } catch (fault) {
      if (fieldErrors(fault as Error)['token']) setSpent(true);
      throw fault;
    }
    forgetToken();
    queryClient.clear();
    await navigate({ to: '/portal', replace: true });
  };
  return (
    <PortalDoor title={t('password.choose')} intro={t('password.advice', { least: PASSWORD_LENGTH.least })}>
      <OneField
        field={{
          label: t('password.new'),
          type: 'password',
          autoComplete: 'new-password',
          maxLength: PASSWORD_LENGTH.most,
        }}
        submit={t('password.save')}
        wrong={tooShort}
        refused={(fault) => heard(fieldErrors(fault)['password'] ?? toProblem(fault).message)}
        send={choose}
      />
    </PortalDoor>
  );
}

const tooShort = (text: string) =>
  text.length < PASSWORD_LENGTH.least ? t('password.tooShort', { least: PASSWORD_LENGTH.least }) : null;
