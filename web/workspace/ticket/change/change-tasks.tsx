import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChangeTask, ChangeView } from '#shared/change.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets } from '../../actions/index.ts';
import { useCan } from '../../session/me.ts';
import { TOUCHED } from './touched.ts';
import { lengthName } from './words.ts';

const STATES = {
  planned: 'planned',
  waiting: 'waits',
  ready: 'can begin',
  done: 'done',
  skipped: 'not needed',
  dropped: 'dropped',
} as const satisfies Record<ChangeTask['state'], string>;

type Props = { ticket: TicketView; change: ChangeView; children: ReactNode };

/** The tasks of a change: whose they are, after what, and when in its window. */
export function ChangeTasks({ ticket, change, children }: Props) {
  const { tasks } = change;
  const may = useCan()('change.manage') && change.status === 'implement';
  const finish = useDo('POST /changes/{idOrKey}/tasks/{taskId}', {
    failed: 'Not changed',
    refresh: TOUCHED,
    onDone: refreshTickets,
  });
  const done = tasks.filter(({ state }) => state === 'done' || state === 'skipped').length;
  const nameOf = new Map(tasks.map(({ id, title }) => [id, title]));
  const set = (taskId: string, state: 'done' | 'skipped' | 'ready') =>
    finish.mutate({ params: { idOrKey: ticket.id, taskId }, body: { state } });
  const quiet = { size: 'compact-sm', variant: 'subtle', color: 'gray' } as const;
  return (
    <section aria-label="Tasks">
      <header className="f-request-head">
        <h2>
          Tasks{' '}
          {tasks.length > 0 && (
            <span className="f-dim">
              {done} of {tasks.length}
            </span>
          )}
        </h2>
        {children}
      </header>
      {tasks.length === 0 && <p className="f-plain f-dim">It is one piece of work, without tasks.</p>}
      {tasks.length > 0 && <Progress value={(100 * done) / tasks.length} size="sm" aria-label="Tasks finished" />}
      <ol className="f-request-tasks">
        {tasks.map((task) => (
          <li key={task.id} data-state={task.state}>
            <div>
              <bdi>{task.title}</bdi> <span className="f-dim">{STATES[task.state]}</span>
              <div className="f-dim">
                {[task.person?.name, task.team?.name].filter(Boolean).join(', ') || 'Nobody yet'}
                <When task={task} start={change.plannedStart} />
                {task.after.length > 0 && task.state !== 'done' && (
                  <> · after {task.after.map((id) => nameOf.get(id)).join(', ')}</>
                )}
                {task.doneAt && (
                  <>
                    {' '}
                    · {task.doneBy}, <TimeAgo at={task.doneAt} />
                  </>
                )}
              </div>
            </div>
            {may && task.state === 'ready' && (
              <span className="f-request-do">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Done: ${task.title}`}
                  onClick={() => set(task.id, 'done')}
                >
                  Done
                </Button>
                <Button {...quiet} aria-label={`Skip: ${task.title}`} onClick={() => set(task.id, 'skipped')}>
                  Skip
                </Button>
              </span>
            )}
            {may && (task.state === 'done' || task.state === 'skipped') && (
              <Button {...quiet} aria-label={`Open again: ${task.title}`} onClick={() => set(task.id, 'ready')}>
                Open again
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** When it is to be done, as an instant once the change is planned. */
function When({ task: { startMinutes, minutes }, start }: { task: ChangeTask; start: string | null }) {
  if (startMinutes === null || minutes === null) return null;
  const at = start && new Date(Date.parse(start) + startMinutes * 60_000).toISOString();
  return (
    <>
      {' '}
      ·{' '}
      {at ? (
        <TimeAgo at={at} clock />
      ) : (
        `${lengthName(Math.abs(startMinutes))} ${startMinutes < 0 ? 'before' : 'after'} it begins`
      )}
      , {lengthName(minutes)}
    </>
  );
}
