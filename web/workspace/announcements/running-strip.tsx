import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { IconSpeakerphone } from '#web/ui/icons.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { forWhom, KIND_WORDS } from './words.ts';
import './announcements.css';

/** So many have room. */
const MOST = 3;
const RUNNING = { query: { state: ['published' as const], kind: ['outage' as const, 'maintenance' as const] } };

/** Outages and work that are running: what comes in may be about them. */
export function RunningStrip() {
  const now = useNow();
  const { data } = useGet('GET /announcements', RUNNING, { staleTime: 30_000 });
  const running = data?.items.filter(({ fromAt }) => Date.parse(fromAt) <= now) ?? [];
  if (running.length === 0) return null;
  return (
    <ul className="f-announcement-strip" aria-label="Announced and running">
      {running.slice(0, MOST).map((one) => (
        <li key={one.id}>
          <IconSpeakerphone size={15} aria-hidden="true" /> {KIND_WORDS[one.kind]}:{' '}
          <Link to="/announcements/$id" params={{ id: one.id }}>
            <bdi>{one.title}</bdi>
          </Link>{' '}
          <bdi className="f-dim">({forWhom(one)})</bdi>
        </li>
      ))}
      {running.length > MOST && (
        <li>
          <Link to="/announcements">{running.length - MOST} more</Link>
        </li>
      )}
    </ul>
  );
}
