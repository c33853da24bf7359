import { ActionIcon, Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '#web/ui/icons.ts';
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
  const isRunning = timer.runningSince !== null;
  return (
    <span className="f-time-tools">
      <TimerClock timer={timer} />
      <ActionIcon
        aria-label={isRunning ? 'Pause the timer' : 'Go on with the timer'}
        data-tip={isRunning ? 'Pause' : 'Go on'}
        disabled={deeds.busy}
        onClick={() => deeds.run(timer.id, !isRunning)}
      >
        {isRunning ? <IconPlayerPause size={16} aria-hidden="true" /> : <IconPlayerPlay size={16} aria-hidden="true" />}
      </ActionIcon>
      <Button variant="light" size="compact-md" disabled={deeds.busy} onClick={() => deeds.stop(timer.id)}>
        Record it
      </Button>
    </span>
  );
}
