import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { sourceName } from '../../settings/values/source.ts';

/** The settings in force for a client, and where each comes from. */
export function ClientSettings({ clientId }: { clientId: string }) {
  const { data } = useGet('GET /settings', { query: { clientId } });
  return (
    <Section title="Settings in force">
      {!data && <SkeletonLines lines={4} />}
      <ul className="f-lines">
        {data?.items.map(({ key, title, source }) => (
          <li key={key}>
            <Link to="/settings/values/$key" params={{ key }} search={{ client: clientId }}>
              {title}
            </Link>
            <span className="f-dim">{sourceName(source)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
