import { Link, type LinkProps } from '@tanstack/react-router';
import './room-tabs.css';

export type RoomTab = { to: NonNullable<LinkProps['to']>; name: string };

/** The lists of one room, beside its name. */
export function RoomTabs({ label, tabs }: { label: string; tabs: readonly RoomTab[] }) {
  return (
    <nav className="f-room-tabs" aria-label={label}>
      {tabs.map(({ to, name }) => (
        <Link key={name} to={to} activeOptions={{ exact: true }}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
