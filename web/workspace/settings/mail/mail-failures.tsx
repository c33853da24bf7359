import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OutgoingMail } from '#shared/mail.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

const SHOWN = 20;

/** The newest mail that the server did not take, with what it said. */
export function MailFailures() {
  const query = { state: ['failed', 'given_up'] as ('failed' | 'given_up')[], limit: SHOWN };
  const { data, error, refetch } = useGet('GET /mail/outgoing', { query }, { refetchInterval: 30_000 });
  const retry = useDo('POST /mail/outgoing/{id}/retry', { failed: 'Not tried again', refresh: ['GET /mail/outgoing'] });
  return (
    <Section title="What could not be sent" help="Mail is tried again by itself for a day, then given up.">
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={2} />}
      {data?.items.length === 0 && <p className="f-plain f-dim">Nothing: every mail was taken.</p>}
      <ul className="f-lines">
        {data?.items.map((mail) => (
          <li key={mail.id}>
            <div className="f-mail-failed">
              {mail.ticketKey === null ? (
                <bdi>{mail.subject}</bdi>
              ) : (
                <Link to="/tickets/$key" params={{ key: mail.ticketKey }}>
                  <bdi>{mail.subject}</bdi>
                </Link>
              )}
              <div className="f-dim">
                to <bdi>{mail.to}</bdi> · <TimeAgo at={mail.createdAt} /> · {standing(mail)}
              </div>
              <p className="f-mail-words">{mail.lastError}</p>
            </div>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Try again: ${mail.subject} to ${mail.to}`}
              onClick={() => retry.mutate({ params: { id: mail.id } })}
            >
              Try again
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const standing = ({ state, attempts }: OutgoingMail) =>
  `${state === 'given_up' ? 'given up' : 'waits to be tried again'} after ${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
