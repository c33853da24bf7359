import { Link } from '@tanstack/react-router';
import type { ProblemView } from '#shared/problem.ts';
import { StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { RaiseChange } from '../../changes/raise.tsx';
import { useStatusName } from '../../desk/names.ts';
import { mendOf } from './mend.ts';

/** The changes that are to mend a problem, and raising one: of its client, with its cause as the reason. */
export function Changes({ problem }: { problem: ProblemView }) {
  const statusName = useStatusName();
  const { changes, statusCategory } = problem;
  const isOpen = ['new', 'open', 'waiting'].includes(statusCategory);
  return (
    <section aria-label="Changes that mend it">
      <header className="f-problem-head">
        <h2>Changes that mend it</h2>
        {isOpen && <RaiseChange given={mendOf(problem)} />}
      </header>
      {changes.length === 0 && <p className="f-dim f-plain">None is raised yet.</p>}
      <ul className="f-related">
        {changes.map((change) => (
          <li key={change.id}>
            <Link to="/tickets/$key" params={{ key: change.key }}>
              <StatusIcon category={change.statusCategory} />
              <span className="f-dim">{change.key}</span>
              <bdi className="f-cut">{change.title}</bdi>
              <span className="f-dim">{statusName({ kind: 'change', status: change.status, holdReason: null })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
