import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Door } from '../sign-in/door.tsx';
import { tokenOfAddress } from '../sign-in/token.ts';
import { Choice } from './choice.tsx';
import { OwnerForm } from './owner-form.tsx';

/** The first page of an installation: look around with the sample MSP, or begin with one's own. */
export default function SetupPage() {
  const [token] = useState(tokenOfAddress);
  const [mode, setMode] = useState<'own' | 'sample' | null>(null);
  const navigate = useNavigate();
  const state = useGet('GET /setup', {});
  if (state.error) return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  if (!state.data) return null;
  if (!state.data.pending) {
    return (
      <Door title="Already set up" intro="This installation has an owner. Ask them for an invitation, or sign in.">
        <p>
          <a href="/sign-in">Sign in</a>
        </p>
      </Door>
    );
  }
  if (!token) {
    return (
      <Door title="Open the set-up link">
        <p>
          Fettle prints a one-time link in the terminal where it was started. Open that link to go on; starting again
          prints a fresh one.
        </p>
      </Door>
    );
  }
  if (mode === null) return <Choice onChoose={setMode} />;
  return (
    <OwnerForm
      token={token}
      mode={mode}
      onBack={() => setMode(null)}
      onDone={() => navigate({ to: '/queue', replace: true })}
    />
  );
}
