import { Badge, Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConnectorHealth, ConnectorView } from '#shared/connector.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { Calls } from './calls.tsx';
import { ConnectorForm } from './connector-form.tsx';
import { ConnectorSettings } from './connector-settings.tsx';
import { HookAddress } from './hook-address.tsx';
import { Runs } from './runs.tsx';
import { Scripts } from './scripts.tsx';
import { Sites } from './sites.tsx';
import { counted, everyWords, troubleOf } from './words.ts';
import './connectors.css';

const AGAIN_MS = 5_000;

/** One connector: how it is doing, whose its sites are, how reading went, and what called. */
export default function ConnectorPage() {
  const { id } = useParams({ from: '/workspace/settings/connectors/$id' });
  const can = useCan();
  const manages = can('connector.manage');
  const [isEditing, setEditing] = useState(false);
  const given = { params: { id } };
  const { data: connector, error, refetch } = useGet('GET /connectors/{id}', given, { refetchInterval: AGAIN_MS });
  const { data: kinds } = useGet('GET /connector-kinds', {}, { staleTime: 600_000 });
  const { data: health } = useGet('GET /connectors/{id}/health', given, { refetchInterval: AGAIN_MS * 3 });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const abilities = kinds?.items.find(({ key }) => key === connector?.provider)?.abilities;
  return (
    <>
      <PageHead
        title={connector?.name ?? 'Connector'}
        narrow
        actions={connector && manages && <Switches connector={connector} onEdit={() => setEditing(true)} />}
      />
      <PageBody narrow>
        <p className="f-plain">
          <Link to="/settings/connectors">All connectors</Link>
        </p>
        {connector ? (
          <>
            <Health connector={connector} health={health} />
            <Sites connector={connector} mayEdit={manages} />
            {abilities?.scripts && <Scripts connectorId={id} mayEdit={manages} />}
            {abilities && manages && <ConnectorSettings connector={connector} abilities={abilities} />}
            {abilities?.webhook && manages && <HookAddress connector={connector} canBeTold={abilities.subscribe} />}
            {connector.tasks.length > 0 && <Runs id={id} />}
            {abilities?.webhook && <Calls id={id} />}
            <Dialog title={`Change ${connector.name}`} opened={isEditing} onClose={() => setEditing(false)} size={640}>
              {isEditing && <ConnectorForm connector={connector} onClose={() => setEditing(false)} />}
            </Dialog>
          </>
        ) : (
          <SkeletonLines lines={8} />
        )}
      </PageBody>
    </>
  );
}

function Switches({ connector: { id, state, tasks }, onEdit }: { connector: ConnectorView; onEdit(): void }) {
  const refresh = ['GET /connectors', 'GET /connectors/{id}', 'GET /connectors/{id}/runs'] as const;
  const pause = useDo('POST /connectors/{id}/pause', { failed: 'Not paused', refresh });
  const resume = useDo('POST /connectors/{id}/resume', { failed: 'Not switched on', refresh });
  const sync = useDo('POST /connectors/{id}/sync', { failed: 'Not begun', refresh });
  return (
    <>
      {state === 'on' && tasks.length > 0 && (
        <Button loading={sync.isPending} onClick={() => sync.mutate({ params: { id }, body: { what: 'full' } })}>
          Read now
        </Button>
      )}
      {state === 'on' ? (
        <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate({ params: { id } })}>
          Pause
        </Button>
      ) : (
        <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate({ params: { id } })}>
          Switch on
        </Button>
      )}
      <Button variant="default" onClick={onEdit}>
        Change
      </Button>
    </>
  );
}

const STATES = { on: 'On', paused: 'Paused', refused: 'Stopped: credentials refused' };

function Health({ connector, health }: { connector: ConnectorView; health: ConnectorHealth | undefined }) {
  const { tasks, state, providerName, baseUrl, sites, devices } = connector;
  const troubles = Map.groupBy(
    tasks.flatMap(({ task, trouble }) => (trouble ? [{ task, ...trouble }] : [])),
    ({ text }) => text,
  );
  const task = (name: 'devices' | 'alerts') => tasks.find((one) => one.task === name);
  const every = { devices: connector.changesMinutes, alerts: connector.alertsMinutes };
  const said = (name: 'devices' | 'alerts') => {
    const one = task(name);
    if (!one) return null;
    return (
      <>
        {one.running ? 'being read now' : one.goodAt ? <TimeAgo at={one.goodAt} /> : 'never yet'},{' '}
        {everyWords(every[name])}
      </>
    );
  };
  return (
    <Section
      title="How it is doing"
      actions={troubleOf(connector) && <Badge color="red">{troubleOf(connector)}</Badge>}
    >
      {[...troubles].map(([text, [first, ...others]]) => (
        <p key={text} className="f-connector-tried" role="alert">
          <strong>
            <bdi>{text}</bdi>
          </strong>{' '}
          {first?.advice}{' '}
          <span className="f-dim">
            Met while {[first, ...others].map((one) => one?.task).join(' and ')} were read,{' '}
            {first && <TimeAgo at={first.at} long />}.
          </span>
        </p>
      ))}
      {health && health.callsOfDay.tooLarge > 0 && (
        <p className="f-connector-tried" role="alert">
          <strong>{counted(health.callsOfDay.tooLarge, 'call')} of the last day were too large and are lost.</strong>{' '}
          Let the system send smaller groups (in Alertmanager <code>group_by</code>, or <code>max_alerts</code>).
        </p>
      )}
      {health && health.callsOfDay.leftOff > 0 && (
        <p className="f-connector-tried" role="alert">
          <strong>
            {counted(health.callsOfDay.leftOff, 'alert')} of the last day were left off by their sender: max_alerts.
          </strong>{' '}
          Raise <code>max_alerts</code> of its receiver, or let <code>group_by</code> make smaller groups.
        </p>
      )}
      <Facts
        facts={[
          ['System', providerName],
          ['Address', baseUrl && <bdi>{baseUrl}</bdi>],
          ['State', STATES[state]],
          ['Devices read', said('devices')],
          ['Alerts read', said('alerts')],
          [
            'Devices',
            devices > 0 &&
              `${devices.toLocaleString('en')}${health?.unmappedDevices ? `, ${health.unmappedDevices.toLocaleString('en')} of them at nobody’s site` : ''}`,
          ],
          ['Sites', `${sites.mapped} mapped, ${sites.unmapped} nobody’s yet, ${sites.ignored} passed over`],
          [
            'Calls of the last day',
            health &&
              `${health.callsOfDay.taken} taken, ${health.callsOfDay.malformed} not understood, ${health.callsOfDay.refused} refused`,
          ],
          ['Limits met in a day', health && health.limitsOfDay > 0 && String(health.limitsOfDay)],
        ]}
      />
      {health && health.perClient.length > 0 && (
        <ul className="f-connector-clients" aria-label="Devices by client">
          {health.perClient.map(({ clientId, name, devices: count }) => (
            <li key={clientId}>
              <bdi>{name}</bdi> <span className="f-dim">{count}</span>
            </li>
          ))}
        </ul>
      )}
      {health && health.notes.length > 0 && (
        <details>
          <summary>What was odd ({health.notes.length})</summary>
          <ul>
            {health.notes.map(({ text, count }) => (
              <li key={text}>
                <bdi>{text}</bdi> <span className="f-dim">× {count}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
