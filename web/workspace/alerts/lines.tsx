import { Link } from '@tanstack/react-router';
import type { AlertRow } from '#shared/alert.ts';
import { AlertBadge } from './marks.tsx';
import './alerts.css';

/** Alerts as lines beside something else, each with how it stands and how many it explains. */
export function AlertLines({ alerts }: { alerts: readonly AlertRow[] }) {
  return (
    <ul className="f-related">
      {alerts.map((one) => (
        <li key={one.id}>
          <Link to="/alerts/$id" params={{ id: one.id }}>
            <bdi className="f-cut">{one.title}</bdi>
            <AlertBadge alert={one} />
          </Link>
          {one.explains > 0 && <p className="f-dim">explains {one.explains.toLocaleString('en')} more</p>}
        </li>
      ))}
    </ul>
  );
}
