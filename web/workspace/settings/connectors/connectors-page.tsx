import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ConnectorView } from '#shared/connector.ts';
import { useGet } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { ConnectorForm } from './connector-form.tsx';
import { troubleOf } from './words.ts';
import './connectors.css';

const AGAIN_MS = 15_000;

/** The systems that are connected, and how each is doing. */
export default function ConnectorsPage() {
  const can = useCan();
  const { data, error, refetch } = useGet('GET /connectors', {}, { refetchInterval: AGAIN_MS });
  return (
    <RecordList<ConnectorView>
      title="Connectors"
      one="connector"
      help="Connections to RMM and monitoring systems. They bring devices and alerts of your clients."
      empty="Once an RMM is connected, every device of your clients is here by itself, and what it alerts of becomes work."
      size={640}
      lines={data?.items.map((connector) => ({
        record: connector,
        id: connector.id,
        name: connector.name,
        words: connector.providerName,
        active: connector.state !== 'paused',
        inactive: 'Paused',
        marks: troubleOf(connector) && <Badge color="red">{troubleOf(connector)}</Badge>,
        note: <Note connector={connector} />,
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('connector.manage')}
      form={(connector, onClose) => <ConnectorForm connector={connector} onClose={onClose} />}
    />
  );
}

function Note({ connector: { id, name, providerName, devices, sites, tasks } }: { connector: ConnectorView }) {
  const good = tasks
    .map(({ goodAt }) => goodAt)
    .filter((at) => at !== null)
    .sort()
    .at(-1);
  return (
    <span className="f-connector-note">
      <Link to="/settings/connectors/$id" params={{ id }} aria-label={`Open ${name}`}>
        Open
      </Link>
      <span>{providerName}</span>
      {devices > 0 && <span>{devices} devices</span>}
      {sites.unmapped > 0 && <span>{sites.unmapped} sites are nobody’s yet</span>}
      {good && (
        <span>
          read <TimeAgo at={good} />
        </span>
      )}
    </span>
  );
}
