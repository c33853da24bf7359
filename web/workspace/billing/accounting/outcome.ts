import { useEffect } from 'react';
import { ApiProblem } from '#web/api/problem.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';

const REFUSED = new ApiProblem({
  ...{ status: 409, code: 'conflict', title: 'Not connected' },
  detail: 'Xero is not connected: it gave no permission, or the answer came too late. Connect it again.',
});

/** Says once how it went at Xero, from where the browser was sent back. */
export function useOutcome(): void {
  useEffect(() => {
    const { searchParams } = new URL(window.location.href);
    if (searchParams.has('refused')) toast.fault(REFUSED);
    else if (searchParams.has('connected')) toast.done('Xero is connected');
    else return;
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
}
