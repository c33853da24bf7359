import { ActionIcon, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TimerView } from '#shared/time.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { IconTrash } from '#web/ui/icons.ts';
import { useEverySecond } from '#web/ui/marks/now.ts';
import { refreshTickets } from '../actions/index.ts';
import { useCan } from '../session/me.ts';
import { clockOf } from './clock-of.ts';
import { RunButton } from './run-button.tsx';
import { TIME_TOUCHED } from './touched.ts';

/** One's timers; read again when the window is looked at, since they run in other windows as well. */
export function useTimers(): readonly TimerView[] {
  const can = useCan();
  const { data } = useGet('GET /me/timers', {}, { enabled: can('ticket.time'), staleTime: 60_000 });
  return data?.items ?? [];
}

/** What can be done with a timer. Each is shown where it stands; a fault is told in passing. */
export function useTimerDeeds() {
  const start = useDo('POST /tickets/{idOrKey}/timer', { failed: 'Timer not started', refresh: TIME_TOUCHED });
  const save = useDo('PATCH /me/timers/{id}', { failed: 'Timer not changed', refresh: TIME_TOUCHED });
  const stop = useDo('POST /me/timers/{id}/stop', {
    failed: 'Time not recorded',
    refresh: TIME_TOUCHED,
    onDone: () => {
      toast.done('Time recorded');
      return refreshTickets();
    },
  });
  const discard = useDo('DELETE /me/timers/{id}', { failed: 'Timer not thrown away', refresh: TIME_TOUCHED });
  return {
    busy: start.isPending || save.isPending || stop.isPending || discard.isPending,
    start: (ticketId: string) => start.mutate({ params: { idOrKey: ticketId } }),
    run: (id: string, running: boolean) => save.mutate({ params: { id }, body: { running } }),
    stop: (id: string) => stop.mutate({ params: { id }, body: {} }),
    discard: async ({ id, ticket }: TimerView) => {
      const body = `What it ran on ${ticket.key} is not recorded.`;
      if (await confirm({ title: 'Throw this timer away?', body, action: 'Throw away', danger: true }))
        discard.mutate({ params: { id } });
    },
  };
}

/** What a timer shows now, moving on by the second while it runs. */
export function TimerClock({ timer }: { timer: TimerView }) {
  const text = useEverySecond((now) => clockOf(timer, now));
  return (
    <span className="f-timer-clock" data-paused={timer.runningSince === null || undefined}>
      {text}
    </span>
  );
}

/** One's timers as lines, to be paused, gone on with, recorded or thrown away. */
export function TimerLines({ timers }: { timers: readonly TimerView[] }) {
  const deeds = useTimerDeeds();
  if (timers.length === 0) return null;
  return (
    <section aria-labelledby="time-timers">
      <h2 id="time-timers">Timers</h2>
      <ul className="f-lines">
        {timers.map((timer) => (
          <li key={timer.id} className="f-time-entry">
            <TimerClock timer={timer} />
            <div className="f-grow">
              <Link to="/tickets/$key" params={{ key: timer.ticket.key }}>
                {timer.ticket.key} <bdi>{timer.ticket.title}</bdi>
              </Link>
              <div className="f-dim">
                <bdi>{timer.client.name}</bdi>
              </div>
            </div>
            <span className="f-time-tools">
              <RunButton
                timer={timer}
                name={`the timer on ${timer.ticket.key}`}
                disabled={deeds.busy}
                onRun={(running) => deeds.run(timer.id, running)}
              />
              <Button
                variant="light"
                size="compact-md"
                disabled={deeds.busy}
                aria-label={`Record the timer on ${timer.ticket.key}`}
                onClick={() => deeds.stop(timer.id)}
              >
                Record
              </Button>
              <ActionIcon
                aria-label={`Throw the timer on ${timer.ticket.key} away`}
                data-tip="Throw away"
                disabled={deeds.busy}
                onClick={() => void deeds.discard(timer)}
              >
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The timer that runs, in the bar of every page: it leads to its ticket. */
export function RunningTimer() {
  const running = useTimers().find(({ runningSince }) => runningSince !== null);
  if (!running) return null;
  return (
    <Button
      component={Link}
      to={`/tickets/${running.ticket.key}`}
      variant="light"
      size="compact-sm"
      c="var(--button-color)"
    >
      <span className="f-hidden">Timer on</span> {running.ticket.key} <TimerClock timer={running} />
    </Button>
  );
}
