import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { IconHelp } from '#web/ui/icons.ts';

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
