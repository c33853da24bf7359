import { useEffect, useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../../session/me.ts';
import { useStayed } from '../use-stayed.ts';

/** How many articles may help with a ticket, for whoever stays on it. Asked once; their list, once it is open, brings what is new. */
export function useFitting(ticketId: string): number {
  const may = useCan()('knowledge.view');
  const stayed = useStayed(ticketId);
  const [known, setKnown] = useState<string | null>(null);
  const { data } = useGet(
    'GET /tickets/{idOrKey}/articles',
    { params: { idOrKey: ticketId } },
    { enabled: may && stayed && known !== ticketId },
  );
  useEffect(() => {
    if (data) setKnown(ticketId);
  }, [data, ticketId]);
  return data?.suggested.length ?? 0;
}
