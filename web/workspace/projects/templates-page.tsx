import { Button } from '@mantine/core';
import type { ProjectTemplateRow } from '#shared/project-plan.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../session/me.ts';
import { ProjectTabs } from './tabs.tsx';
import './projects.css';

const TOUCHED = ['GET /project-templates'] as const;

/** Projects as they are usually planned. */
export default function TemplatesPage() {
  const { data, error, refetch } = useGet('GET /project-templates', {});
  return (
    <>
      <PageHead title="Projects">
        <ProjectTabs />
      </PageHead>
      <PageBody>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="No templates yet">
            Plan one project well, then keep it as a template: the next of its kind begins with everything in place.
          </EmptyState>
        )}
        {data?.items.map((row) => (
          <Template key={row.id} row={row} />
        ))}
      </PageBody>
    </>
  );
}

function Template({ row }: { row: ProjectTemplateRow }) {
  const can = useCan();
  const { data } = useGet('GET /project-templates/{id}', { params: { id: row.id } });
  const remove = useDo('DELETE /project-templates/{id}', { failed: 'Not removed', refresh: TOUCHED });
  const onRemove = async () => {
    const sure = await confirm({
      title: `Remove the template “${row.name}”?`,
      body: 'Projects that were made from it stay as they are.',
      action: 'Remove it',
    });
    if (sure) remove.mutate({ params: { id: row.id } });
  };
  return (
    <Section
      title={row.name}
      help={`${row.description ? `${row.description} ` : ''}${row.phases} phases, ${row.tasks} tasks, ${row.milestones} milestones`}
      actions={
        can('project.manage') && (
          <Button size="compact-sm" variant="default" loading={remove.isPending} onClick={() => void onRemove()}>
            Remove<span className="f-hidden"> {row.name}</span>
          </Button>
        )
      }
    >
      {data && (
        <ol className="f-template-phases">
          {data.plan.phases.map((phase, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: phases of a plan have no other identity
            <li key={at}>
              <bdi>{phase.name}</bdi>
              <div className="f-dim">{phase.tasks.map(({ title }) => title).join(' · ') || 'No tasks'}</div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
