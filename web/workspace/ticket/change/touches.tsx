import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ChangeView } from '#shared/change.ts';

/** The items and services that a change is about. */
export function Touches({ change: { items, services } }: { change: ChangeView }) {
  return (
    <section aria-label="Touches">
      <h2>Touches</h2>
      {items.length + services.length === 0 && <p className="f-plain f-dim">No item or service is named yet.</p>}
      <ul className="f-lines">
        {items.map((item) => (
          <li key={item.id}>
            <Link to="/estate/$id" params={{ id: item.id }} className="f-cut">
              <bdi>{item.name}</bdi>
            </Link>{' '}
            <span className="f-dim">
              {item.className} · <bdi>{item.client.name}</bdi>
            </span>
          </li>
        ))}
        {services.map((service) => (
          <li key={service.id}>
            <bdi>{service.name}</bdi> <Badge color="gray">Service</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
