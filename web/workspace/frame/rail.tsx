import { Link, useLocation, useMatches } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { useStrip } from '#web/ui/frame/use-strip.ts';
import { Part } from '#web/ui/load/part.tsx';
import { useSoon } from '#web/ui/load/use-soon.ts';
import { START } from './places.ts';
import { useRooms } from './rooms.ts';

const loadHeld = async () => (await import('../mail/held-count.tsx')).HeldCount;

/** The rooms, at the left; along the bottom on a phone, where an edge behind which there are more fades. */
export function Rail() {
  const rooms = useRooms();
  const soon = useSoon();
  const { pathname } = useLocation();
  const strip = useStrip<HTMLElement>(pathname);
  const home = useTicketHome(rooms.map(({ to }) => to));
  return (
    <nav ref={strip} className="f-rail" aria-label="Rooms">
      {rooms.map(({ to, search = {}, name, short, icon: Icon }) => (
        <Link
          key={name}
          to={to}
          search={search}
          className="f-rail-item"
          {...(short ? { title: name } : {})}
          activeOptions={{ includeSearch: false }}
          activeProps={{ 'data-active': true }}
          {...(home === to ? { 'data-active': true, 'aria-current': 'true' as const } : {})}
        >
          <Icon size={20} stroke={1.5} aria-hidden="true" />
          <span>{short ?? name}</span>
          {soon && to === '/mail' && (
            <Part load={loadHeld} waiting={null}>
              {(HeldCount) => <HeldCount />}
            </Part>
          )}
        </Link>
      ))}
    </nav>
  );
}

const HOMES: Readonly<Record<string, string>> = { problem: '/problems', change: '/changes' };

/** In which of the rooms a ticket is read, whichever way one came to it: in that of its practice, else in the queue. */
function useTicketHome(rooms: readonly string[]): string | null {
  const at = useMatches().find(({ routeId }) => routeId.endsWith('/tickets/$key'));
  const idOrKey = (at?.params as { key?: string } | undefined)?.key ?? '';
  // What the page itself reads.
  const { data } = useGet('GET /tickets/{idOrKey}', { params: { idOrKey } }, { enabled: false });
  if (!at) return null;
  const room = HOMES[data?.kind ?? ''];
  return room && rooms.includes(room) ? room : START.to;
}
