import { Anchor } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { queryClient, useGet } from '#web/api/use.ts';
import { forgetToken, useToken } from '#web/ui/door/token.ts';
import { usePortalCode } from './brand.ts';
import { PortalDoor } from './portal-door.tsx';
import { AskMail } from './sign-in/ask-mail.tsx';
import { EnterCode } from './sign-in/enter-code.tsx';
import { EnterLink } from './sign-in/enter-link.tsx';
import { EnterPassword } from './sign-in/enter-password.tsx';
import { SecondFactor } from './sign-in/second-factor.tsx';
import { takeWanted } from './wanted.ts';
import { Say, t } from './words/t.ts';

type Step = { at: 'address' } | { at: 'factor' } | { at: 'password' | 'code' | 'forgotten'; email: string };
const ADDRESS: Step = { at: 'address' };

/** How somebody of a client signs in: with a link they were given, a mail that they ask for here, or a password; and their code. */
export default function EnterPage() {
  const token = useToken();
  const code = usePortalCode();
  const navigate = useNavigate();
  const { data: ways } = useGet('GET /portal/sign-in', { query: code ? { for: code } : {} });
  const { data: here } = useGet('GET /sessions/current', {});
  const [chosen, setStep] = useState<Step | null>(null);
  const [spent, setSpent] = useState('');
  const step = chosen ?? (here?.codeAsked ? ({ at: 'factor' } as const) : ADDRESS);
  const enter = async (codeAsked = false) => {
    forgetToken();
    queryClient.clear();
    if (codeAsked) setStep({ at: 'factor' });
    else await navigate({ to: takeWanted(), replace: true });
  };
  const back = () => setStep(ADDRESS);
  if (step.at === 'factor') return <SecondFactor onDone={() => enter()} onBack={back} />;
  if (token && spent !== token)
    return <EnterLink key={token} token={token} onDone={enter} onSpent={() => setSpent(token)} />;
  if (step.at === 'address')
    return (
      <AskMail
        spent={token !== ''}
        onAsked={(email) => setStep({ at: 'code', email })}
        onPassword={(email) => setStep({ at: 'password', email })}
      />
    );
  const { email } = step;
  if (step.at === 'code') return <EnterCode email={email} onDone={enter} onBack={back} />;
  if (step.at === 'password')
    return (
      <EnterPassword
        email={email}
        ways={ways ?? { mail: false, passwordMail: false }}
        onDone={enter}
        onMail={() => setStep({ at: 'code', email })}
        onForgotten={() => setStep({ at: 'forgotten', email })}
        onBack={back}
      />
    );
  return (
    <PortalDoor
      title={t('password.choose')}
      intro={<Say it="enter.passwordOnItsWay" email={<bdi className="f-cut">{email}</bdi>} />}
    >
      <Anchor component="button" type="button" onClick={() => setStep({ at: 'password', email })}>
        {t('enter.back')}
      </Anchor>
    </PortalDoor>
  );
}
