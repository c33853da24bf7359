import { Link } from '@tanstack/react-router';
import type { AuditEntry } from '#shared/audit.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { sentenceOf } from './sentence.ts';

/** The page of what an entry is about, where there is one. */
function hrefOf({ type, subject: { type: noun, id, label } }: AuditEntry): string | null {
  if (label === null || type.endsWith('.deleted')) return null;
  if (noun === 'ticket') return `/tickets/${encodeURIComponent(label)}`;
  if (noun === 'client' || noun === 'installation') return `/clients/${id}`;
  if (noun === 'contact') return `/contacts/${id}`;
  if (noun === 'staff') return `/people/${id}`;
  if (noun === 'setting') return `/settings/values/${encodeURIComponent(label)}`;
  if (noun === 'lifecycle') return `/settings/lifecycles/${encodeURIComponent(label)}`;
  if (noun === 'team') return '/teams';
  if (noun === 'role') return '/roles';
  return null;
}

/** One thing that happened: when, and what, with the way to it. */
export function AuditLine({ entry }: { entry: AuditEntry }) {
  const { who, did, which, more } = sentenceOf(entry);
  const href = hrefOf(entry);
  // Whoever signs in is the subject, and stands first.
  const name = (text: string, leads: boolean) =>
    leads && href ? (
      <Link to={href as never}>
        <bdi>{text}</bdi>
      </Link>
    ) : (
      <bdi>{text}</bdi>
    );
  return (
    <li>
      <TimeAgo at={entry.at} clock />
      <span className="f-audit-said">
        <strong>{name(who, which === null)}</strong> {did}
        {which !== null && <> {name(which, true)}</>}
        {more !== '' && (
          <span className="f-dim">
            : <bdi>{more}</bdi>
          </span>
        )}
      </span>
      {entry.client && entry.client.id !== entry.subject.id && (
        <Link to="/clients/$id" params={{ id: entry.client.id }} className="f-audit-client f-cut">
          <bdi>{entry.client.name}</bdi>
        </Link>
      )}
    </li>
  );
}
