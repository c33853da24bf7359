import type { ProblemView } from '#shared/problem.ts';
import type { Given } from '../../changes/raise.tsx';

/** What is known of a change that is to mend a problem: of its client, with its cause as the reason. */
export const mendOf = ({ key, title, cause, client }: ProblemView): Given => ({
  ...{ client, title: `Mend: ${title}`, problem: key },
  ...(cause ? { reason: cause } : {}),
});
