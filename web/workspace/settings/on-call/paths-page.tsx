import { Link } from '@tanstack/react-router';
import type { PathView } from '#shared/escalation.ts';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { PathForm } from './path-form.tsx';
import { levelsWords } from './words.ts';

/** Whom to call for a ticket that cannot wait, and in which order. */
export default function PathsPage() {
  const can = useCan();
  const { data, error, refetch } = useGet('GET /escalation-paths', {});
  return (
    <RecordList<PathView>
      title="Escalation paths"
      one="escalation path"
      help={
        <>
          When a ticket is paged, level after level is called until somebody acknowledges. A team may have a path of its
          own; else the one that{' '}
          <Link to="/settings/values/$key" params={{ key: 'escalation.path' }}>
            its client
          </Link>{' '}
          has is taken.
        </>
      }
      empty="A path says who is called first, and who next when nobody answers."
      size={680}
      lines={data?.items.map((path) => ({
        record: path,
        id: path.id,
        name: path.name,
        words: path.levels.flatMap(({ targets }) => targets.map(({ name }) => name)).join(' '),
        note: (
          <>
            <div>{levelsWords(path.levels)}</div>
            <div>
              {path.usedBy.length > 0
                ? `Used by ${path.usedBy.map(({ name }) => name).join(', ')}`
                : 'Used by no team, client or policy; it can be chosen by hand'}
            </div>
          </>
        ),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('settings.manage')}
      form={(path, onClose) => <PathForm path={path} onClose={onClose} />}
    />
  );
}
