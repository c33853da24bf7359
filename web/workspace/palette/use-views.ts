import { useLocation, useNavigate } from '@tanstack/react-router';
import { addressOf, BOARDS } from '../queue/use-filter.ts';
import { useViewList } from '../queue/views/views.ts';
import { useCan } from '../session/me.ts';

type Gone = { id: string; label: string; note?: string; run(): unknown };

/** Going to saved views, one's own and the shared ones, from wherever one is: from a board to the view as a board. */
export function useViewPlaces(): Gone[] {
  const navigate = useNavigate();
  const { pathname, searchStr } = useLocation();
  const views = useViewList({ enabled: useCan()('ticket.read') });
  const asked = new URLSearchParams(searchStr).get('by');
  const by = pathname === '/board' ? (BOARDS.find((one) => one === asked) ?? 'status') : null;
  return views.map(({ id, name, filter, sort, shared }) => ({
    id: `view ${id}`,
    label: name,
    ...(shared ? {} : { note: 'Your own view' }),
    run: () => navigate({ href: addressOf({ filter, sort, view: id, by }) }),
  }));
}
