import { Link, useParams } from '@tanstack/react-router';
import type { PortalProjectView } from '#shared/portal-project.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { billDay } from '../bills.ts';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { progressWords, projectDays, projectState, taskState } from './words.ts';
import '#web/ui/answers/answers.css';

/** One project of the company: how far it is, phase by phase, and what is reached. */
export default function ProjectPage() {
  const { id } = useParams({ from: '/portal/projects/$id' });
  const { data, error, refetch } = useGet('GET /portal/projects/{id}', { params: { id } });
  return (
    <>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && <Project project={data} />}
      <p>
        <Link to="/portal/projects">{t('projects.back')}</Link>
      </p>
    </>
  );
}

function Project({ project }: { project: PortalProjectView }) {
  const days = projectDays(project);
  return (
    <>
      <Title of={project.name} />
      <div className="f-portal-head">
        <h1>
          <bdi>{project.name}</bdi>
        </h1>
      </div>
      <article className="f-quote" aria-label={project.name}>
        <dl>
          <div>
            <dt>{t('projects.state')}</dt>
            <dd>
              {projectState(project.state)} · {progressWords(project)}
            </dd>
          </div>
          {days && (
            <div>
              <dt>{t('projects.days')}</dt>
              <dd>{days}</dd>
            </div>
          )}
        </dl>
        {project.phases.length > 0 && (
          <section aria-label={t('projects.phases')}>
            <h2 className="f-portal-heading">{t('projects.phases')}</h2>
            <ul>
              {project.phases.map((phase, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: phases stand in their order and may have one name
                <li key={nth}>
                  <bdi>{phase.name || t('projects.others')}</bdi> <span className="f-dim">{progressWords(phase)}</span>
                  {phase.shown.length > 0 && (
                    <ul>
                      {phase.shown.map((task, at) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: tasks stand in their order and may have one name
                        <li key={at}>
                          <bdi>{task.title}</bdi> <span className="f-dim">{taskState(task.state)}</span>
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {project.milestones.length > 0 && (
          <section aria-label={t('projects.milestones')}>
            <h2 className="f-portal-heading">{t('projects.milestones')}</h2>
            <ul>
              {project.milestones.map((milestone, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: milestones stand in their order and may have one name
                <li key={nth}>
                  <bdi>{milestone.name}</bdi> <span className="f-dim">{whenWords(milestone)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </article>
    </>
  );
}

function whenWords({ due, reachedOn }: PortalProjectView['milestones'][number]): string {
  if (reachedOn !== null) return t('projects.reached', { day: billDay(reachedOn) });
  return due === null ? t('projects.noDay') : t('projects.due', { day: billDay(due) });
}
