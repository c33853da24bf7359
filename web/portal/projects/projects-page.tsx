import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { progressWords, projectDays, projectState } from './words.ts';

/** The projects of the company, what is under way first. */
export default function ProjectsPage() {
  const { data, error, refetch } = useGet('GET /portal/projects', {});
  return (
    <>
      <Title of={t('frame.projects')} />
      <div className="f-portal-head">
        <h1>{t('frame.projects')}</h1>
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data?.items.length === 0 && <EmptyState title={t('projects.none')}>{t('projects.noneHelp')}</EmptyState>}
      {data && data.items.length > 0 && (
        <ul className="f-portal-tickets">
          {data.items.map((project) => (
            <li key={project.id}>
              <Link to="/portal/projects/$id" params={{ id: project.id }}>
                <span className="f-portal-title">
                  <span className="f-dim">{project.key}</span> <bdi>{project.name}</bdi>
                </span>
                <span className="f-portal-facts">
                  <strong>{projectState(project.state)}</strong>
                  {project.tasks > 0 && <span>{progressWords(project)}</span>}
                  <span className="f-dim">{projectDays(project)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
