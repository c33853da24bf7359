import { ActionIcon } from '@mantine/core';
import type { TimerView } from '#shared/time.ts';
import { IconPlayerPause, IconPlayerPlay } from '#web/ui/icons.ts';

type Props = { timer: TimerView; name: string; disabled: boolean; onRun(running: boolean): void };

/** Pauses a timer or lets it go on; `name` is what it is called: "the timer on ACME-142". */
export function RunButton({ timer, name, disabled, onRun }: Props) {
  const isRunning = timer.runningSince !== null;
  const Icon = isRunning ? IconPlayerPause : IconPlayerPlay;
  return (
    <ActionIcon
      aria-label={`${isRunning ? 'Pause' : 'Go on with'} ${name}`}
      data-tip={isRunning ? 'Pause' : 'Go on'}
      disabled={disabled}
      onClick={() => onRun(!isRunning)}
    >
      <Icon size={16} aria-hidden="true" />
    </ActionIcon>
  );
}
