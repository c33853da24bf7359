import type { ConnectorView } from '#shared/connector.ts';
import { useGet } from '#web/api/use.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';

/** Forgets a connector; before that it is said what goes with it and what stays. */
export function RemoveConnector({ connector, onGone }: { connector: ConnectorView; onGone(): void }) {
  const { data } = useGet('GET /connectors/{id}/removal', { params: { id: connector.id } });
  return (
    <DeleteButton
      what={`the connector “${connector.name}”`}
      body={data?.says ?? 'What it brought stays.'}
      remove={() => send('DELETE /connectors/{id}', { params: { id: connector.id } }, ['GET /connectors'])}
      onGone={onGone}
    />
  );
}
