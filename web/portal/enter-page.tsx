import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { queryClient } from '#web/api/use.ts';
import { forgetToken, useToken } from '#web/ui/door/token.ts';
import { AskMail } from './sign-in/ask-mail.tsx';
import { EnterCode } from './sign-in/enter-code.tsx';
import { EnterLink } from './sign-in/enter-link.tsx';
import { takeWanted } from './wanted.ts';

/** How somebody of a client signs in: with the link they were given, or with a mail that they ask for here. */
export default function EnterPage() {
  const token = useToken();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<string | null>(null);
  const [spent, setSpent] = useState('');
  const enter = async () => {
    forgetToken();
    queryClient.clear();
    await navigate({ to: takeWanted(), replace: true });
  };
  if (token && spent !== token)
    return <EnterLink key={token} token={token} onDone={enter} onSpent={() => setSpent(token)} />;
  if (asked !== null) return <EnterCode email={asked} onDone={enter} onBack={() => setAsked(null)} />;
  return <AskMail spent={token !== ''} onAsked={setAsked} />;
}
