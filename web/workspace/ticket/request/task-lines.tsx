import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TaskView } from '#shared/request.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

const STATES = {
  planned: 'planned',
  waiting: 'waits',
  ready: 'can begin',
  done: 'done',
  skipped: 'not needed',
  dropped: 'dropped',
} as const satisfies Record<TaskView['state'], string>;

type Task = Pick<TaskView, 'id' | 'title' | 'state' | 'person' | 'team' | 'doneAt' | 'doneBy'>;
type Props<T extends Task> = {
  tasks: readonly T[];
  /** Whether I may finish what can begin, and open again what is finished. */
  mayFinish: boolean;
  mayReopen: boolean;
  /** What else is said of a task: after what it comes, and when. */
  note(task: T): ReactNode;
  onSet(taskId: string, state: 'done' | 'skipped' | 'ready'): void;
};

export const finishedOf = (tasks: readonly Pick<Task, 'state'>[]): number =>
  tasks.filter(({ state }) => state === 'done' || state === 'skipped').length;

/** The tasks by which something is carried out, a line each. */
export function TaskLines<T extends Task>({ tasks, mayFinish, mayReopen, note, onSet }: Props<T>) {
  const quiet = { size: 'compact-sm', variant: 'subtle', color: 'gray' } as const;
  return (
    <ol className="f-request-tasks">
      {tasks.map((task) => (
        <li key={task.id} data-state={task.state}>
          <div>
            <bdi>{task.title}</bdi> <span className="f-dim">{STATES[task.state]}</span>
            <div className="f-dim">
              {[task.person?.name, task.team?.name].filter(Boolean).join(', ') || 'Nobody yet'}
              {note(task)}
              {task.doneAt && (
                <>
                  {' '}
                  · {task.doneBy}, <TimeAgo at={task.doneAt} />
                </>
              )}
            </div>
          </div>
          {mayFinish && task.state === 'ready' && (
            <span className="f-request-do">
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Done: ${task.title}`}
                onClick={() => onSet(task.id, 'done')}
              >
                Done
              </Button>
              <Button {...quiet} aria-label={`Skip: ${task.title}`} onClick={() => onSet(task.id, 'skipped')}>
                Skip
              </Button>
            </span>
          )}
          {mayReopen && (task.state === 'done' || task.state === 'skipped') && (
            <Button {...quiet} aria-label={`Open again: ${task.title}`} onClick={() => onSet(task.id, 'ready')}>
              Open again
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
