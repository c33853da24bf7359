import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AlertView } from '#shared/alert.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../session/me.ts';
import { Explained } from './explained.tsx';
import { CauseForm, GiveForm } from './forms.tsx';
import { AlertBadge, SeverityMark } from './marks.tsx';
import { useAlertDeeds } from './use-alert-deeds.ts';
import { useAlertNews } from './use-alert-news.ts';
import { KINDS, mayBeAcknowledged, mayBecomeTicket, severityName } from './words.ts';
import './alerts.css';

/** One alert: what is wrong, what became of it and why, and when it was raised. */
export default function AlertPage() {
  const { id } = useParams({ from: '/workspace/alerts/$id' });
  const { data, error, refetch } = useGet('GET /alerts/{id}', { params: { id } });
  useAlertNews(() => void refetch());
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data) return <Alert alert={data} />;
  return (
    <>
      <PageHead title="Alert" />
      <PageBody aside={<SkeletonLines lines={6} />}>
        <SkeletonLines lines={10} />
      </PageBody>
    </>
  );
}

function Alert({ alert }: { alert: AlertView }) {
  return (
    <>
      <PageHead title={alert.title} actions={<Actions alert={alert} />}>
        <AlertBadge alert={alert} />
      </PageHead>
      <PageBody aside={<About alert={alert} />}>
        <p className="f-plain">
          <Link to="/alerts">All alerts</Link>
        </p>
        <Section title="What became of it">
          <p className="f-plain">
            {alert.decision?.sentence ??
              (alert.decideAt ? 'It settles first, then it is decided about.' : 'Nothing was decided.')}
          </p>
          {alert.cause && (
            <p className="f-plain">
              Explained by{' '}
              <Link to="/alerts/$id" params={{ id: alert.cause.id }}>
                <bdi>{alert.cause.title}</bdi>
              </Link>
            </p>
          )}
          {alert.decision?.ruleId && (
            <p className="f-plain">
              <Link to="/settings/alert-rules">Show the rules</Link>
            </p>
          )}
        </Section>
        {alert.text && (
          <Section title="What its source says">
            <p className="f-alert-text">{alert.text}</p>
          </Section>
        )}
        {alert.explains > 0 && <Explained id={alert.id} count={alert.explains} />}
        <Section title={alert.count === 1 ? 'Raised once' : `Raised ${alert.count} times`}>
          <ol className="f-lines">
            {alert.occurrences.map((one) => (
              <li key={`${one.startedAt} ${one.title}`}>
                <span>
                  <TimeAgo at={one.startedAt} long />
                </span>
                <span className="f-dim">
                  {severityName(one.severity)}
                  {one.endedAt ? (
                    <>
                      , until <TimeAgo at={one.endedAt} long />
                    </>
                  ) : one.ended ? (
                    ', ended'
                  ) : (
                    ', not ended'
                  )}
                </span>
              </li>
            ))}
          </ol>
          {alert.count > alert.occurrences.length && (
            <p className="f-plain f-dim">The newest {alert.occurrences.length} are shown.</p>
          )}
        </Section>
      </PageBody>
    </>
  );
}

function Actions({ alert }: { alert: AlertView }) {
  const can = useCan();
  const may = can('alert.work');
  const deeds = useAlertDeeds();
  const [asking, setAsking] = useState<'give' | 'cause' | null>(null);
  const close = () => setAsking(null);
  const mayAcknowledge = may && mayBeAcknowledged(alert);
  const mayTicket = may && can('ticket.create') && mayBecomeTicket(alert);
  const group = 'Alert';
  useShortcuts([
    { combo: 'a', label: 'Acknowledge the alert', group, run: () => mayAcknowledge && deeds.acknowledge(alert.id) },
    { combo: 't', label: 'Make a ticket of the alert', group, run: () => mayTicket && deeds.makeTicket(alert.id) },
  ]);
  if (!may) return null;
  return (
    <>
      {!alert.clientKnown && <Button onClick={() => setAsking('give')}>Say whose it is…</Button>}
      {alert.explains === 0 && (
        <Button variant="default" onClick={() => setAsking('cause')}>
          {alert.cause ? 'Explained otherwise…' : 'Explained by…'}
        </Button>
      )}
      {alert.state !== 'closed' && (
        <Button variant="default" onClick={() => deeds.close(alert.id)}>
          Close
        </Button>
      )}
      {mayAcknowledge && (
        <Button variant="default" onClick={() => deeds.acknowledge(alert.id)}>
          Acknowledge
        </Button>
      )}
      {mayTicket && <Button onClick={() => deeds.makeTicket(alert.id)}>Make a ticket</Button>}
      <Dialog title="Whose it is" opened={asking === 'give'} onClose={close}>
        {asking === 'give' && <GiveForm alert={alert} onClose={close} />}
      </Dialog>
      <Dialog title="What explains it" opened={asking === 'cause'} onClose={close}>
        {asking === 'cause' && <CauseForm alert={alert} onClose={close} />}
      </Dialog>
    </>
  );
}

function About({ alert }: { alert: AlertView }) {
  const { url } = alert;
  return (
    <Section title="About it">
      <Facts
        facts={[
          ['Severity', <SeverityMark key="severity" severity={alert.severity} />],
          ['Kind', KINDS[alert.kind]],
          [
            'Client',
            alert.clientKnown ? (
              <Link key="client" to="/clients/$id" params={{ id: alert.client.id }}>
                <bdi>{alert.client.name}</bdi>
              </Link>
            ) : (
              'Unknown'
            ),
          ],
          ['Site at the source', alert.siteName && <bdi>{alert.siteName}</bdi>],
          [
            'On',
            alert.item ? (
              <Link key="item" to="/estate/$id" params={{ id: alert.item.id }}>
                <bdi>{alert.item.name}</bdi>
              </Link>
            ) : (
              alert.device && <bdi>{alert.device}</bdi>
            ),
          ],
          ['Condition', <bdi key="condition">{alert.condition}</bdi>],
          ['Told by', <bdi key="connector">{alert.connector.name}</bdi>],
          [
            'Ticket',
            alert.ticket && (
              <Link key="ticket" to="/tickets/$key" params={{ key: alert.ticket.key }}>
                {alert.ticket.key} <bdi>{alert.ticket.title}</bdi>
              </Link>
            ),
          ],
          ['First', <TimeAgo key="first" at={alert.firstAt} long />],
          ['Last', <TimeAgo key="last" at={alert.lastAt} long />],
          ['Cleared', alert.clearedAt && <TimeAgo key="cleared" at={alert.clearedAt} long />],
          ['Acknowledged by', alert.acknowledgedBy && <bdi key="by">{alert.acknowledgedBy}</bdi>],
          [
            'Acknowledged at the source by',
            alert.sourceAcknowledgedBy && <bdi key="there">{alert.sourceAcknowledgedBy}</bdi>,
          ],
          [
            'At its source',
            url && (
              <a key="url" href={url} target="_blank" rel="noopener noreferrer">
                Open there
              </a>
            ),
          ],
        ]}
      />
    </Section>
  );
}
