import { Progress } from '@mantine/core';
import type { TaskView } from '#shared/request.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets } from '../../actions/index.ts';
import { useCan } from '../../session/me.ts';
import { isOpen } from './is-open.ts';
import { finishedOf, TaskLines } from './task-lines.tsx';

/** The tasks of the plan: whose they are, what each waits for, and until when. */
export function RequestTasks({ ticket, tasks }: { ticket: TicketView; tasks: readonly TaskView[] }) {
  const editable = useCan()('ticket.update');
  const finish = useDo('POST /tickets/{idOrKey}/request/tasks/{taskId}', {
    failed: 'Not changed',
    refresh: ['GET /tickets/{idOrKey}/request'],
    onDone: refreshTickets,
  });
  if (tasks.length === 0) return null;
  const done = finishedOf(tasks);
  const nameOf = new Map(tasks.map(({ id, title }) => [id, title]));
  const set = (taskId: string, state: 'done' | 'skipped' | 'ready') =>
    finish.mutate({ params: { idOrKey: ticket.id, taskId }, body: { state } });
  return (
    <section aria-label="Plan">
      <header className="f-request-head">
        <h2>Tasks</h2>
        <span className="f-dim">
          {done} of {tasks.length}
        </span>
      </header>
      <Progress value={(100 * done) / tasks.length} size="sm" aria-label="Tasks finished" />
      <TaskLines
        tasks={tasks}
        mayFinish={editable}
        mayReopen={editable && isOpen(ticket)}
        note={(task) => (
          <>
            {task.state === 'waiting' && ` · after ${task.after.map((id) => nameOf.get(id)).join(', ')}`}
            {task.state === 'ready' && task.dueAt && (
              <>
                {' '}
                · due <TimeAgo at={task.dueAt} />
              </>
            )}
          </>
        )}
        onSet={set}
      />
    </section>
  );
}
