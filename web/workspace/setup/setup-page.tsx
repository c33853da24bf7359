import { useNavigate, useSearch } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { Door } from '#web/ui/door/door.tsx';
import { useLinkWorks } from '#web/ui/door/link.ts';
import { forgetToken, useToken } from '#web/ui/door/token.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Choice } from './choice.tsx';
import { OwnerForm } from './owner-form.tsx';

/** The first page of an installation: look around with the sample MSP, or begin with one's own. */
export default function SetupPage() {
  const token = useToken();
  const { mode } = useSearch({ from: '/setup' });
  const navigate = useNavigate();
  const state = useGet('GET /setup', {});
  const works = useLinkWorks('POST /setup/check', token);
  if (state.error)
    return (
      <Door title="Set up Fettle">
        <ErrorState error={state.error} onRetry={() => void state.refetch()} compact />
      </Door>
    );
  if (!state.data) return null;
  if (!state.data.pending)
    return (
      <Door title="Already set up" intro="This installation has an owner. Ask them for an invitation, or sign in.">
        <p>
          <a href="/sign-in">Sign in</a>
        </p>
      </Door>
    );
  if (!token)
    return (
      <Door title="Open the set-up link">
        <p>
          Fettle prints a one-time link in the terminal where it was started. Open that link to go on; starting again
          prints a fresh one.
        </p>
      </Door>
    );
  if (works === null) return null;
  if (!works)
    return (
      <Door title="This set-up link does not work any more">
        <p>
          Only the newest link works, and for a day. Stop Fettle in its terminal and start it again: it prints a fresh
          link.
        </p>
      </Door>
    );
  if (!mode) return <Choice onChoose={(chosen) => void navigate({ to: '/setup', search: { mode: chosen } })} />;
  return (
    <OwnerForm
      key={mode}
      token={token}
      mode={mode}
      onBack={() => void navigate({ to: '/setup', search: {} })}
      onDone={() => {
        forgetToken();
        return navigate({ to: '/queue', replace: true });
      }}
    />
  );
}
