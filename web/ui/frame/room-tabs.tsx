import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { useStrip } from './use-strip.ts';
import './room-tabs.css';

export type RoomTab = { to: NonNullable<LinkProps['to']>; name: string; count?: string | undefined };

/** The lists of one room, beside its name. */
export function RoomTabs({ label, tabs }: { label: string; tabs: readonly RoomTab[] }) {
  const strip = useStrip<HTMLElement>(useLocation().pathname);
  return (
    <nav ref={strip} className="f-room-tabs f-strip" aria-label={label}>
      {tabs.map(({ to, name, count }) => (
        <Link key={name} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {name}
          {count && (
            <>
              {' '}
              <span className="f-tab-count">{count}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}
