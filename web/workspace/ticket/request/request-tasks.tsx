import { Button, Progress } from '@mantine/core';
import type { TaskView } from '#shared/request.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets } from '../../actions/index.ts';
import { useCan } from '../../session/me.ts';
import { isOpen } from './is-open.ts';

const STATES = {
  planned: 'planned',
  waiting: 'waits',
  ready: 'can begin',
  done: 'done',
  skipped: 'not needed',
  dropped: 'dropped',
} as const satisfies Record<TaskView['state'], string>;

/** The tasks of the plan: whose they are, what each waits for, and until when. */
export function RequestTasks({ ticket, tasks }: { ticket: TicketView; tasks: readonly TaskView[] }) {
  const editable = useCan()('ticket.update');
  const finish = useDo('POST /tickets/{idOrKey}/request/tasks/{taskId}', {
    failed: 'Not changed',
    refresh: ['GET /tickets/{idOrKey}/request'],
    onDone: refreshTickets,
  });
  if (tasks.length === 0) return null;
  const done = tasks.filter(({ state }) => state === 'done' || state === 'skipped').length;
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
      <ol className="f-request-tasks">
        {tasks.map((task) => (
          <li key={task.id} data-state={task.state}>
            <div>
              <bdi>{task.title}</bdi> <span className="f-dim">{STATES[task.state]}</span>
              <div className="f-dim">
                {[task.person?.name, task.team?.name].filter(Boolean).join(', ') || 'Nobody yet'}
                {task.state === 'waiting' && ` · after ${task.after.map((id) => nameOf.get(id)).join(', ')}`}
                {task.state === 'ready' && task.dueAt && (
                  <>
                    {' '}
                    · due <TimeAgo at={task.dueAt} />
                  </>
                )}
                {task.doneAt && (
                  <>
                    {' '}
                    · {task.doneBy}, <TimeAgo at={task.doneAt} />
                  </>
                )}
              </div>
            </div>
            {editable && task.state === 'ready' && (
              <span className="f-request-do">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Done: ${task.title}`}
                  onClick={() => set(task.id, 'done')}
                >
                  Done
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  aria-label={`Skip: ${task.title}`}
                  onClick={() => set(task.id, 'skipped')}
                >
                  Skip
                </Button>
              </span>
            )}
            {editable && isOpen(ticket) && (task.state === 'done' || task.state === 'skipped') && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-label={`Open again: ${task.title}`}
                onClick={() => set(task.id, 'ready')}
              >
                Open again
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
