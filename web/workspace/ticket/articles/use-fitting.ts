import { useEffect, useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../../session/me.ts';

/** The page comes first, and whoever only passes by a ticket asks nothing. */
const STAYED_MS = 800;

/** How many articles may help with a ticket, for whoever stays on it. Asked once; their list, once it is open, brings what is new. */
export function useFitting(ticketId: string): number {
  const may = useCan()('knowledge.view');
  const [stayed, setStayed] = useState<string | null>(null);
  const [known, setKnown] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStayed(ticketId), STAYED_MS);
    return () => clearTimeout(timer);
  }, [ticketId]);
  const { data } = useGet(
    'GET /tickets/{idOrKey}/articles',
    { params: { idOrKey: ticketId } },
    { enabled: may && stayed === ticketId && known !== ticketId },
  );
  useEffect(() => {
    if (data) setKnown(ticketId);
  }, [data, ticketId]);
  return data?.suggested.length ?? 0;
}
