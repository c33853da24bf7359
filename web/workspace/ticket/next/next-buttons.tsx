import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TicketView } from '#shared/ticket.ts';
import { Keys } from '#web/ui/keys/keys.tsx';
import { ask } from '../../actions/index.ts';
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

function NextButton(next: NextAction) {
  const { label, why, quiet = false, busy = false } = next;
  const look = { size: 'compact-sm', title: why, ...(quiet ? { variant: 'default' } : {}) } as const;
  if ('to' in next)
    return (
      <Button component={Link} to={next.to} {...look} {...(quiet ? {} : { c: 'var(--button-color)' })}>
        {label}
      </Button>
    );
  return (
    <Button {...look} loading={busy} onClick={next.run}>
      {label}
    </Button>
  );
}
