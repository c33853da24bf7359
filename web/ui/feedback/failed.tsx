import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ErrorState } from './error-state.tsx';

/** A page that failed: what happened, and the way on. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  // A page whose file did not come is fetched again only when the router goes there anew.
  const again = async () => {
    await router.invalidate();
    reset();
  };
  return (
    <div className="f-outcome">
      <ErrorState error={error} onRetry={again} whole />
    </div>
  );
}
