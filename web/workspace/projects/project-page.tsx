import { Button, SegmentedControl } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProjectTask, ProjectView } from '#shared/project.ts';
import { CHARGED_WORDS, PROJECT_MOVES, PROJECT_STATE_WORDS, type ProjectState } from '#shared/project-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { money } from '../billing/money.ts';
import { useCan } from '../session/me.ts';
import { ProjectBoard } from './board.tsx';
import { Burn } from './burn.tsx';
import { Gantt } from './gantt.tsx';
import { Milestones } from './milestones.tsx';
import { Plan } from './plan.tsx';
import { ProjectForm } from './project-form.tsx';
import { TaskForm } from './task-form.tsx';
import { TemplateForm } from './template-form.tsx';
import { PROJECT_TOUCHED } from './touched.ts';
import { hoursWords, spanWords } from './words.ts';
import '../clients/report/report.css';
import '../billing/billing.css';
import './projects.css';

const WAYS = [
  { value: 'plan', label: 'Plan' },
  { value: 'board', label: 'Board' },
  { value: 'timeline', label: 'Timeline' },
  { value: 'milestones', label: 'Milestones' },
  { value: 'burn', label: 'Budget' },
] as const;

/** One project: its plan, as a list, a board or a timeline, and its milestones. */
export default function ProjectPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useGet('GET /projects/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    );
  return <Project project={data} />;
}

type Doing = 'edit' | 'task' | 'template' | ProjectTask | null;

function Project({ project }: { project: ProjectView }) {
  const can = useCan();
  const { at, go } = useAddress();
  const [doing, setDoing] = useState<Doing>(null);
  const way = WAYS.find(({ value }) => value === at.get('show'))?.value ?? 'plan';
  const may = can('project.manage') && project.state !== 'done' && project.state !== 'cancelled';
  const close = () => setDoing(null);
  // What is stored now: a task may have changed while its dialogue was open.
  const task = typeof doing === 'object' ? doing : null;
  return (
    <div className="f-report f-project" data-way={way}>
      <PageHead
        title={`${project.key} ${project.name}`}
        actions={
          <>
            {may && <Button onClick={() => setDoing('task')}>Add a task</Button>}
            <Moves project={project} />
            {may && (
              <Button variant="default" onClick={() => setDoing('edit')}>
                Edit
              </Button>
            )}
            {can('project.manage') && (
              <Button variant="default" onClick={() => setDoing('template')}>
                Keep as a template
              </Button>
            )}
          </>
        }
      >
        <Link to="/projects">All projects</Link>
      </PageHead>
      <PageBody>
        <Facts
          facts={[
            ['Client', <bdi key="client">{project.client.name}</bdi>],
            [
              'Stands at',
              <>
                {PROJECT_STATE_WORDS[project.state]}
                {project.late && <span className="f-project-late"> · late</span>}
              </>,
            ],
            ['Days', spanWords({ starts: project.begins, ends: project.ends })],
            ['Charged', CHARGED_WORDS[project.charged].name],
            [
              project.charged === 'fixed' ? 'Price' : 'Budget',
              project.budgetAmount !== null && money(project.budgetAmount, project.currency),
            ],
            ['Worked', hoursWords(project)],
            ['Tasks', `${project.tasksDone} of ${project.tasks} done`],
            ['Manager', project.manager && <bdi key="manager">{project.manager.name}</bdi>],
            [
              'Contract',
              project.contract && (
                <Link key="contract" to="/billing/contracts/$id" params={{ id: project.contract.id }}>
                  <bdi>{project.contract.name}</bdi>
                </Link>
              ),
            ],
            ['About', project.description && <bdi key="about">{project.description}</bdi>],
          ]}
        />
        <SegmentedControl
          aria-label="Shown as"
          className="f-project-ways"
          data={[...WAYS]}
          value={way}
          onChange={(next) => go({ show: next === 'plan' ? null : next })}
        />
        {way === 'plan' && <Plan project={project} may={may} onTask={setDoing} />}
        {way === 'board' && <ProjectBoard project={project} may={may} />}
        {way === 'timeline' && <Gantt project={project} onTask={setDoing} />}
        {way === 'burn' && <Burn project={project} />}
        {way === 'milestones' && <Milestones project={project} may={may} />}
      </PageBody>
      <Dialog title="Edit the project" opened={doing === 'edit'} onClose={close} size={680}>
        <ProjectForm project={project} clientId={project.client.id} onClose={close} />
      </Dialog>
      <Dialog title="Keep as a template" opened={doing === 'template'} onClose={close}>
        <TemplateForm project={project} onClose={close} />
      </Dialog>
      <Dialog title="Add a task" opened={doing === 'task'} onClose={close} size={680}>
        <TaskForm project={project} task={null} onClose={close} />
      </Dialog>
      {task && (
        <Dialog title={`${task.key} ${task.title}`} opened onClose={close} size={680}>
          <TaskForm project={project} task={task} may={may} onClose={close} />
        </Dialog>
      )}
    </div>
  );
}

const VERBS: Readonly<Record<ProjectState, string>> = {
  draft: 'Draft',
  active: 'Make it active',
  on_hold: 'Put on hold',
  done: 'It is done',
  cancelled: 'Cancel…',
};

/** Where the project may go from where it stands. */
function Moves({ project: { id, version, state } }: { project: ProjectView }) {
  const can = useCan();
  const move = useDo('PATCH /projects/{id}', { failed: 'Not changed', refresh: PROJECT_TOUCHED });
  if (!can('project.manage')) return null;
  const go = async (to: ProjectState) => {
    const sure =
      to !== 'cancelled' ||
      (await confirm({
        title: 'Cancel this project?',
        body: 'Its plan cannot be changed any more. Tasks that are open stay open, and are cancelled one by one.',
        action: 'Cancel it',
      }));
    if (sure) move.mutate({ params: { id }, body: { version, state: to } });
  };
  return PROJECT_MOVES[state].map((to) => (
    <Button
      key={to}
      variant={to === 'active' ? 'filled' : 'default'}
      loading={move.isPending}
      onClick={() => void go(to)}
    >
      {VERBS[to]}
    </Button>
  ));
}
