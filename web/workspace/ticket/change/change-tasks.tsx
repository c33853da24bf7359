import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChangeTask, ChangeView } from '#shared/change.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets } from '../../actions/index.ts';
import { useCan } from '../../session/me.ts';
import { finishedOf, TaskLines } from '../request/task-lines.tsx';
import { useShown } from './shown.ts';
import { TOUCHED } from './touched.ts';
import { lengthName } from './words.ts';

type Props = { ticket: TicketView; change: ChangeView; children: ReactNode };

/** The tasks of a change: whose they are, after what, and when in its window. */
export function ChangeTasks({ ticket, change, children }: Props) {
  const { tasks } = change;
  const shown = useShown('tasks');
  const may = useCan()('change.manage') && change.status === 'implement';
  const finish = useDo('POST /changes/{idOrKey}/tasks/{taskId}', {
    failed: 'Not changed',
    refresh: TOUCHED,
    onDone: refreshTickets,
  });
  const done = finishedOf(tasks);
  const nameOf = new Map(tasks.map(({ id, title }) => [id, title]));
  const set = (taskId: string, state: 'done' | 'skipped' | 'ready') =>
    finish.mutate({ params: { idOrKey: ticket.id, taskId }, body: { state } });
  return (
    <section aria-label="Tasks" {...shown}>
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
      <TaskLines
        tasks={tasks}
        mayFinish={may}
        mayReopen={may}
        note={(task) => (
          <>
            <When task={task} start={change.plannedStart} />
            {task.after.length > 0 && task.state !== 'done' && (
              <> · after {task.after.map((id) => nameOf.get(id)).join(', ')}</>
            )}
          </>
        )}
        onSet={set}
      />
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
