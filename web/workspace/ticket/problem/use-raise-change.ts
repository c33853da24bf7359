import { useNavigate } from '@tanstack/react-router';
import type { ProblemView } from '#shared/problem.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { TOUCHED } from './touched.ts';

const LONGEST = 200;

/** Raises a change that is to mend a problem, of its client and with its cause as the reason, and goes there. */
export function useRaiseChange({ key, title, cause, client }: ProblemView): { busy: boolean; run(): void } {
  const navigate = useNavigate();
  const raise = useDo('POST /changes', {
    failed: 'Not raised',
    lasting: true,
    refresh: TOUCHED,
    onDone: ({ key: change }) => {
      toast.done(`${change} is raised`);
      return navigate({ to: '/tickets/$key', params: { key: change } });
    },
  });
  const body = {
    clientId: client.id,
    title: `Mend: ${title}`.slice(0, LONGEST),
    problem: key,
    ...(cause ? { reason: cause } : {}),
  };
  return { busy: raise.isPending, run: () => raise.mutate({ body }) };
}
