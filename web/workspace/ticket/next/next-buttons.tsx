import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { TicketView } from '#shared/ticket.ts';
import { Keys } from '#web/ui/keys/keys.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { ask } from '../../actions/index.ts';
import { useCommands } from '../../palette/commands.ts';
import { useCan } from '../../session/me.ts';
import './next.css';

/** What is to be done next about a ticket, and why: it is done here, or somewhere else. */
export type NextAction = {
  readonly label: string;
  readonly why: string;
  /** Nothing that waits for the reader. */
  readonly quiet?: boolean;
  readonly busy?: boolean;
} & ({ readonly run: () => void } | { readonly to: string });

type Props = {
  ticket: TicketView;
  next: NextAction | null;
  /** That is resolving it. */
  resolves: boolean;
};

/** The button for what is to be done next, as any kind of ticket has it; and resolving it at once, where that is something else. */
export function NextButtons({ ticket, next, resolves }: Props) {
  const can = useCan();
  const resolve = can('ticket.transition') && ticket.transitions.find(({ category }) => category === 'resolved');
  return (
    <>
      {resolve && !resolves && (
        <Button
          {...(next ? { className: 'f-next-beside', variant: 'default' } : {})}
          size="compact-sm"
          onClick={() => ask('resolve', [ticket])}
          rightSection={<Keys combo="e" />}
        >
          {resolve.label}
        </Button>
      )}
      {next && <NextButton {...next} />}
    </>
  );
}

const KEY = 'f';

/** The step itself: by its button, its key, and the palette. */
function NextButton(next: NextAction) {
  const navigate = useNavigate();
  const { label, why, quiet = false, busy = false } = next;
  const run = 'to' in next ? () => void navigate({ to: next.to }) : next.run;
  useShortcuts([{ combo: KEY, label: 'Next step', group: 'Ticket', off: busy, run }]);
  useCommands(busy ? [] : [{ label: `Next step: ${label}`, group: 'Ticket', run, combo: KEY }]);
  const look = {
    ...{ size: 'compact-sm', title: why, rightSection: <Keys combo={KEY} /> },
    ...(quiet ? { variant: 'default' } : {}),
  };
  if ('to' in next)
    return (
      <Button component={Link} to={next.to} {...look} {...(quiet ? {} : { c: 'var(--button-color)' })}>
        {label}
      </Button>
    );
  return (
    <Button {...look} loading={busy} onClick={run}>
      {label}
    </Button>
  );
}
