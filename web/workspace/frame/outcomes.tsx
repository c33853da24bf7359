import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { IconHelp } from '#web/ui/icons.ts';

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

/** An address that leads nowhere, or to what the reader may not see; the two look alike on purpose. */
export function NotFound() {
  return (
    <div className="f-outcome">
      <title>Nothing here · Fettle</title>
      <EmptyState
        whole
        icon={IconHelp}
        title="There is nothing here"
        action={
          // The colour of links would win over that of buttons.
          <Button component={Link} to="/queue" c="var(--button-color)">
            Go to the queue
          </Button>
        }
      >
        The address may be mistyped, or what it named is gone or belongs to a client you do not see.
      </EmptyState>
    </div>
  );
}
