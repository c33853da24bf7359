import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import type { PhaseView, ProjectTask, ProjectView } from '#shared/project.ts';
import { useDo } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { useStatusName } from '../desk/names.ts';
import { PhaseForm } from './phase-form.tsx';
import { PROJECT_TOUCHED } from './touched.ts';
import { blockedWords, spanWords } from './words.ts';

type Props = { project: ProjectView; may: boolean; onTask(task: ProjectTask): void };

/** The phases in their order, each with its tasks. */
export function Plan({ project, may, onTask }: Props) {
  const [phase, setPhase] = useState<PhaseView | 'new' | null>(null);
  const remove = useDo('DELETE /projects/{id}/phases/{phaseId}', { failed: 'Not removed', refresh: PROJECT_TOUCHED });
  const add = may && (
    <Button variant="default" className="f-start" onClick={() => setPhase('new')}>
      Add a phase
    </Button>
  );
  const loose = project.items.filter(({ phaseId }) => phaseId === null);
  return (
    <>
      {project.items.length === 0 && project.phases.length === 0 && (
        <EmptyState title="Nothing planned yet" action={add}>
          Begin with a phase or a task. A task is a ticket: it stands in queues and takes time like any other.
        </EmptyState>
      )}
      {project.phases.map((one) => {
        const tasks = project.items.filter(({ phaseId }) => phaseId === one.id);
        return (
          <Section
            key={one.id}
            title={one.name}
            help={`${tasks.filter(({ isOpen }) => !isOpen).length} of ${tasks.length} done`}
            actions={
              may && (
                <>
                  <Button size="compact-sm" variant="default" onClick={() => setPhase(one)}>
                    Edit<span className="f-hidden"> the phase {one.name}</span>
                  </Button>
                  {tasks.length === 0 && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={remove.isPending}
                      onClick={() => remove.mutate({ params: { id: project.id, phaseId: one.id } })}
                    >
                      Remove<span className="f-hidden"> the phase {one.name}</span>
                    </Button>
                  )}
                </>
              )
            }
          >
            <Tasks tasks={tasks} may={may} onTask={onTask} />
          </Section>
        );
      })}
      {loose.length > 0 && (
        <Section title={project.phases.length > 0 ? 'In no phase' : 'Tasks'}>
          <Tasks tasks={loose} may={may} onTask={onTask} />
        </Section>
      )}
      {(project.items.length > 0 || project.phases.length > 0) && add}
      <Dialog title={phase === 'new' ? 'Add a phase' : 'Phase'} opened={phase !== null} onClose={() => setPhase(null)}>
        <PhaseForm project={project} phase={phase === 'new' ? null : phase} onClose={() => setPhase(null)} />
      </Dialog>
    </>
  );
}

type TasksProps = { tasks: readonly ProjectTask[]; may: boolean; onTask(task: ProjectTask): void };

function Tasks({ tasks, may, onTask }: TasksProps) {
  const nameOf = useStatusName();
  if (tasks.length === 0) return <p className="f-dim">No tasks here.</p>;
  return (
    <ul className="f-project-tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          <div className="f-project-task">
            <Link to="/tickets/$key" params={{ key: task.key }}>
              {task.key} <bdi>{task.title}</bdi>
            </Link>
            <div className="f-project-facts f-dim">
              <StatusBadge
                name={nameOf({ kind: 'task', status: task.status, holdReason: null })}
                category={task.statusCategory}
              />
              <span>{spanWords(task)}</span>
              {task.late && <span className="f-project-late">Late</span>}
              <span>
                {sayMinutes(task.workedMinutes)}
                {task.estimateMinutes !== null && ` of ${sayMinutes(task.estimateMinutes)}`}
              </span>
              {task.assignee && <bdi>{task.assignee.name}</bdi>}
              {task.shown && <span>The client sees it</span>}
            </div>
            {task.blockedBy.length > 0 && <div className="f-dim">{blockedWords(task)}</div>}
          </div>
          {may && (
            <Button size="compact-sm" variant="default" onClick={() => onTask(task)}>
              Plan<span className="f-hidden"> {task.key}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
