import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { type Place, placeOf } from './place.ts';

const SHOWN = 12;

/** Whom a change here reaches: the clients below that have no nearer value. */
export function Reach({ settingKey, place }: { settingKey: string; place: Place }) {
  const { data } = useGet('GET /settings/{key}/affected', { params: { key: settingKey }, query: placeOf(place) });
  if (place.level === 'client') return null;
  return (
    <Section title="Whom a change reaches">
      {!data && <SkeletonLines lines={2} />}
      {data && (
        <p className="f-plain">
          {data.total === 0
            ? 'No active client: each has a nearer value of its own, or there is none.'
            : `${data.total} active ${data.total === 1 ? 'client' : 'clients'} without a nearer value.`}
        </p>
      )}
      {data && data.total > 0 && (
        <p className="f-plain f-dim">
          {data.items.slice(0, SHOWN).map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to="/clients/$id" params={{ id }}>
                {name}
              </Link>
            </span>
          ))}
          {data.total > SHOWN && ` and ${data.total - SHOWN} more`}
        </p>
      )}
    </Section>
  );
}
