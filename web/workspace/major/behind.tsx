import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MajorView } from '#shared/major.ts';
import { useGet } from '#web/api/use.ts';
import { ask, useAllowed } from '../actions/index.ts';
import { useStatusName } from '../desk/names.ts';

/** The problem behind a major incident, or the way to open one behind it and all of its incidents. */
export function ProblemBehind({ major }: { major: MajorView }) {
  const mayOpen = useAllowed()('problem', true);
  const statusName = useStatusName();
  const { data } = useGet('GET /tickets/{idOrKey}/wholes', { params: { idOrKey: major.id } });
  const { data: ticket } = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: major.key } });
  if (!data) return null;
  const problems = data.wholes.filter(({ how }) => how === 'problem');
  if (problems.length === 0 && !mayOpen) return null;
  const also = major.linked.filter(({ kind }) => kind === 'incident');
  return (
    <div className="f-major-said">
      <h3>The problem behind it</h3>
      {problems.map((one) => (
        <p key={one.id}>
          {one.open ? (
            <Link to="/tickets/$key" params={{ key: one.key }}>
              {one.key} <bdi>{one.title}</bdi>
            </Link>
          ) : (
            <>
              {one.key} <bdi>{one.title}</bdi>
            </>
          )}{' '}
          <span className="f-dim">{statusName({ kind: one.kind, status: one.status, holdReason: null })}</span>
        </p>
      ))}
      {problems.length === 0 && ticket && (
        <Button variant="default" size="compact-sm" onClick={() => ask('problem', [ticket], { also })}>
          Open a problem…
        </Button>
      )}
    </div>
  );
}
