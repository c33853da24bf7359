import type { ProblemView } from '#shared/problem.ts';
import { isOpenCategory } from '#shared/vocabulary.ts';
import { call } from '#web/api/client.ts';
import { TellForm } from '../tell-form.tsx';

/** Tells whoever asked in the open incidents of a problem. */
export const TellOfProblem = ({ problem, onClose }: { problem: ProblemView; onClose(): void }) => (
  <TellForm
    whole={{ id: problem.id, done: problem.statusCategory === 'resolved' }}
    open={problem.incidents.filter(({ statusCategory }) => isOpenCategory(statusCategory))}
    send={(body) => call('POST /problems/{idOrKey}/incidents/tell', { params: { idOrKey: problem.id }, body })}
    onClose={onClose}
  />
);
