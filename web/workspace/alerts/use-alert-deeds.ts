import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { inShort } from '#web/ui/text/in-short.ts';
import { TOUCHED } from './touched.ts';

/** What can be done with an alert by one press. */
export function useAlertDeeds() {
  const acknowledge = useDo('POST /alerts/{id}/acknowledge', {
    failed: 'Not acknowledged',
    refresh: TOUCHED,
    onDone: ({ title }) => toast.done(`Acknowledged: ${inShort(title)}`),
  });
  const makeTicket = useDo('POST /alerts/{id}/ticket', {
    failed: 'No ticket made',
    refresh: TOUCHED,
    onDone: ({ ticket }) => toast.done(`${ticket?.key} is made`),
  });
  const close = useDo('POST /alerts/{id}/close', {
    failed: 'Not closed',
    refresh: TOUCHED,
    onDone: ({ title }) => toast.done(`Closed: ${inShort(title)}`),
  });
  // A key pressed twice asks once.
  const isAsked = (deed: { isPending: boolean; variables: { params: { id: string } } | undefined }, id: string) =>
    deed.isPending && deed.variables?.params.id === id;
  return {
    acknowledge: (id: string) => isAsked(acknowledge, id) || acknowledge.mutate({ params: { id }, body: {} }),
    makeTicket: (id: string) => isAsked(makeTicket, id) || makeTicket.mutate({ params: { id } }),
    close: (id: string) => isAsked(close, id) || close.mutate({ params: { id }, body: {} }),
  };
}
