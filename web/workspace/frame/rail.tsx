import { Link, useLocation, useMatches } from '@tanstack/react-router';
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
  // A ticket is read within the queue, whichever way one came to it.
  const onTicket = useMatches().some(({ routeId }) => routeId.endsWith('/tickets/$key'));
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
          {...(onTicket && to === START.to ? { 'data-active': true, 'aria-current': 'true' as const } : {})}
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
