import { Link } from '@tanstack/react-router';
import type { ClientOverview } from '#shared/client.ts';
import { Section } from '#web/ui/form/section.tsx';
import { PersonChip } from '#web/ui/marks/person.tsx';

/** Who is called when it gets serious, in order, and whose tickets weigh more. Both are set on the person. */
export function Escalation({ overview: { escalation, vips } }: { overview: ClientOverview }) {
  const isVip = (id: string) => vips.some((one) => one.id === id);
  const others = vips.filter(({ id }) => !escalation.some((one) => one.id === id));
  return (
    <Section title="Escalation and VIPs">
      {escalation.length === 0 && vips.length === 0 && (
        <p className="f-plain f-dim">
          Nobody yet. Open a person of this client to make them a VIP or an escalation contact.
        </p>
      )}
      {escalation.length > 0 && (
        <ol className="f-people" aria-label="Escalation contacts, first level first">
          {escalation.map(({ id, name, level, phone }) => (
            <li key={id}>
              <Link to="/contacts/$id" params={{ id }}>
                <PersonChip name={name} vip={isVip(id)} />
              </Link>
              <span className="f-dim">Level {level}</span>
              {phone && <a href={`tel:${phone}`}>{phone}</a>}
            </li>
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <ul className="f-people" aria-label="VIPs">
          {others.map(({ id, name, title }) => (
            <li key={id}>
              <Link to="/contacts/$id" params={{ id }}>
                <PersonChip name={name} vip />
              </Link>
              <span className="f-dim f-cut">{title}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
