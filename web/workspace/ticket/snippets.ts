import { useCallback, useState } from 'react';
import { TEMPLATE_VARIABLES } from '#kernel/template.ts';
import type { TicketView } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { queryClient, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import type { Offer } from '#web/ui/text/suggest.ts';

const VARIABLE = 'variable ';
const VARIABLES: readonly Offer[] = Object.entries(TEMPLATE_VARIABLES).map(([name, label]) => ({
  id: VARIABLE + name,
  label,
  note: name,
}));

/** What can be put into a message after `;`: canned replies by name or shortcut, and words of this ticket. */
export function useSnippets(ticket: TicketView) {
  const { data } = useGet('GET /canned-replies', { query: {} }, { staleTime: 5 * 60_000 });
  const [missing, setMissing] = useState<readonly string[]>([]);
  const offers: readonly Offer[] = [
    ...(data?.items ?? []).map(({ id, name, shortcut }) => ({
      id,
      label: name,
      ...(shortcut ? { note: shortcut } : {}),
    })),
    ...VARIABLES,
  ];
  const { id: ticketId, version } = ticket;
  const preview = useCallback(
    (id: string): Promise<string | null> =>
      queryClient
        .fetchQuery({
          queryKey: ['snippet', ticketId, version, id],
          queryFn: () => filled(ticketId, id),
          staleTime: 60_000,
        })
        .then(
          ({ html }) => html,
          // What fails is explained when it is chosen.
          () => null,
        ),
    [ticketId, version],
  );
  const fill = async (id: string): Promise<string | null> => {
    try {
      const { html, unknown } = await filled(ticketId, id);
      setMissing(unknown.map(({ label }) => label));
      return html;
    } catch (error) {
      toast.fault(error, 'The text was not put in');
      return null;
    }
  };
  return { offers, fill, preview, missing, forget: () => setMissing([]) };
}

/** A canned reply or a word of the ticket, filled in. */
const filled = (ticketId: string, id: string) =>
  id.startsWith(VARIABLE)
    ? call('POST /canned-replies/preview', { body: { ticketId, body: `{{${id.slice(VARIABLE.length)}}}` } })
    : call('POST /canned-replies/{id}/preview', { params: { id }, body: { ticketId } });
