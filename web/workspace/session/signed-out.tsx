import { Button } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { signedOutStore } from '#web/api/signed-out.ts';
import { queryClient } from '#web/api/use.ts';
import { useStore } from '#web/ui/store.ts';

/** Says that the session is over, and leads through signing in back to this page, where what was written still is. */
export function SignedOut() {
  const out = useStore(signedOutStore);
  const navigate = useNavigate();
  const { href } = useLocation();
  if (!out) return null;
  const signIn = async () => {
    await navigate({ to: '/sign-in', search: { next: href } });
    queryClient.clear();
  };
  return (
    <div className="f-signed-out" role="alert">
      <span>Your session has ended. What you wrote is kept.</span>
      <Button size="compact-sm" onClick={() => void signIn()}>
        Sign in again
      </Button>
    </div>
  );
}
