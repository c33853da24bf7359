import { ActionIcon, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProblemView } from '#shared/problem.ts';
import { isOpenCategory } from '#shared/vocabulary.ts';
import { useDo } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { IconX } from '#web/ui/icons.ts';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { useCan } from '../../session/me.ts';
import { TellOfProblem } from './tell-of-problem.tsx';
import { TOUCHED } from './touched.ts';

/** The incidents behind which it is, of the clients that one sees. */
export function Incidents({ problem }: { problem: ProblemView }) {
  const can = useCan();
  const [telling, setTelling] = useState(false);
  const remove = useDo('POST /problems/{idOrKey}/incidents/remove', { failed: 'Not taken off', refresh: TOUCHED });
  const { incidents } = problem;
  const open = incidents.filter(({ statusCategory }) => isOpenCategory(statusCategory));
  const mayTell = can('problem.manage') && can('ticket.reply') && open.length > 0;
  const many = new Set(incidents.map(({ client }) => client.id)).size > 1;
  return (
    <section aria-label="Its incidents">
      <header className="f-problem-head">
        <h2>
          Its incidents <span className="f-tab-count">{incidents.length}</span>
        </h2>
        {mayTell && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setTelling(true)}>
            {problem.statusCategory === 'resolved' ? 'Resolve them…' : 'Tell them…'}
          </Button>
        )}
      </header>
      {incidents.length === 0 && (
        <p className="f-dim f-plain">None yet. On an incident, “Open a problem” puts it to a new or a known one.</p>
      )}
      <ul className="f-related">
        {incidents.map((one) => (
          <li key={one.id}>
            <Link to="/tickets/$key" params={{ key: one.key }}>
              <StatusIcon category={one.statusCategory} />
              <span className="f-dim">{one.key}</span>
              <bdi className="f-cut">{one.title}</bdi>
              <PriorityMark priority={one.priority} />
            </Link>
            {can('problem.manage') && (
              <ActionIcon
                size={24}
                aria-label={`Take ${one.key} off`}
                onClick={() => remove.mutate({ params: { idOrKey: problem.id }, body: { ticketIds: [one.id] } })}
              >
                <IconX size={15} aria-hidden="true" />
              </ActionIcon>
            )}
            {(many || one.why) && (
              <p className="f-dim">
                {many && <bdi>{one.client.name}</bdi>}
                {many && one.why && ' · '}
                <bdi>{one.why}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        title={`Tell the people of ${open.length === 1 ? 'an incident' : `${open.length} incidents`}`}
        opened={telling}
        onClose={() => setTelling(false)}
      >
        {telling && <TellOfProblem problem={problem} onClose={() => setTelling(false)} />}
      </Dialog>
    </section>
  );
}
