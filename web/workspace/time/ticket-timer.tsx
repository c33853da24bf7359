import { Button } from '@mantine/core';
import { IconPlayerPlay } from '#web/ui/icons.ts';
import { RunButton } from './run-button.tsx';
import { TimerClock, useTimerDeeds, useTimers } from './timers.tsx';
import './time.css';

/** One's timer on a ticket: started, paused and recorded where the ticket is worked. */
export function TicketTimer({ ticket }: { ticket: { id: string; key: string } }) {
  const timer = useTimers().find((one) => one.ticket.id === ticket.id);
  const deeds = useTimerDeeds();
  if (!timer)
    return (
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconPlayerPlay size={15} aria-hidden="true" />}
        disabled={deeds.busy}
        onClick={() => deeds.start(ticket.id)}
      >
        Start timer
      </Button>
    );
  return (
    <span className="f-time-tools">
      <TimerClock timer={timer} />
      <RunButton
        timer={timer}
        name="the timer"
        disabled={deeds.busy}
        onRun={(running) => deeds.run(timer.id, running)}
      />
      <Button variant="light" size="compact-md" disabled={deeds.busy} onClick={() => deeds.stop(timer.id)}>
        Record it
      </Button>
    </span>
  );
}
