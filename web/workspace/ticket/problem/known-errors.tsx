import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { ProblemView } from '#shared/problem.ts';
import { useDo } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { PublishForm } from './publish-form.tsx';
import { TOUCHED } from './touched.ts';

/** Where it is known as an error: published per client, to technicians and perhaps to the client’s people. */
export function KnownErrors({ problem }: { problem: ProblemView }) {
  const can = useCan();
  const [publishing, setPublishing] = useState(false);
  const known = problem.clients.filter(({ knownError }) => knownError !== null);
  const isReady = problem.workaround !== '' || problem.workaroundNone;
  const isOver =
    problem.statusCategory === 'resolved' || problem.statusCategory === 'cancelled' || problem.status === 'closed';
  return (
    <section aria-label="Known error">
      <header className="f-problem-head">
        <h2>Known error</h2>
        {can('problem.manage') && !isOver && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={!isReady}
            onClick={() => setPublishing(true)}
          >
            Publish…
          </Button>
        )}
      </header>
      {known.length === 0 && (
        <p className="f-dim f-plain">
          {isReady
            ? 'Published, it is offered wherever somebody logs something that looks like it.'
            : 'Write a workaround first, or say that none is known.'}
        </p>
      )}
      <ul className="f-known-errors">
        {known.map((span) => (
          <Known key={span.clientId} problem={problem} span={span} />
        ))}
      </ul>
      <Dialog title="Publish as a known error" opened={publishing} onClose={() => setPublishing(false)} size={640}>
        {publishing && <PublishForm problem={problem} onClose={() => setPublishing(false)} />}
      </Dialog>
    </section>
  );
}

type Span = ProblemView['clients'][number];

function Known({ problem, span }: { problem: ProblemView; span: Span }) {
  const can = useCan();
  const retire = useDo('POST /problems/{idOrKey}/known-errors/retire', { failed: 'Not taken back', refresh: TOUCHED });
  const { knownError: error } = span;
  if (!error) return null;
  return (
    <li>
      <span className="f-problem-line">
        <bdi className="f-cut">{span.clientName}</bdi>
        {error.retiredAt ? (
          <Badge color="gray">Taken back</Badge>
        ) : (
          <Badge color={error.portal ? 'green' : 'blue'}>{error.portal ? 'In the portal' : 'For technicians'}</Badge>
        )}
      </span>
      <bdi>{error.title}</bdi>
      <span className="f-dim">
        {error.retiredAt ? (
          <>
            <TimeAgo at={error.retiredAt} />
            {error.retiredWhy && `: ${error.retiredWhy}`}
          </>
        ) : (
          <>
            Published <TimeAgo at={error.publishedAt} /> by <bdi>{error.publishedBy}</bdi>
          </>
        )}
        {error.uses > 0 && ` · recognised ${error.uses === 1 ? 'once' : `${error.uses} times`}`}
      </span>
      {!error.retiredAt && can('problem.manage') && (
        <Button
          variant="default"
          size="compact-xs"
          loading={retire.isPending}
          onClick={() => retire.mutate({ params: { idOrKey: problem.id }, body: { clientIds: [span.clientId] } })}
        >
          Take back
        </Button>
      )}
    </li>
  );
}
