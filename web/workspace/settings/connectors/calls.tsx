import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConnectorCall } from '#shared/connector.ts';
import { useGet } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { CALL_STATE_NAMES } from './words.ts';

const SHOWN = 20;

/** What the system called with, and what became of it. */
export function Calls({ id }: { id: string }) {
  const [open, setOpen] = useState<ConnectorCall | null>(null);
  const { data } = useGet(
    'GET /connectors/{id}/calls',
    { params: { id }, query: { limit: SHOWN } },
    { refetchInterval: 5_000 },
  );
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="Last calls" help="Kept for fourteen days.">
      <Sideways label="Each call">
        <table className="f-connector-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What became of it</th>
              <th scope="col">From</th>
              <th scope="col">
                <span className="f-hidden">What came</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((call) => (
              <tr key={call.id}>
                <th scope="row">
                  <TimeAgo at={call.receivedAt} />
                </th>
                <td>
                  {CALL_STATE_NAMES[call.state]}
                  {call.why && (
                    <>
                      {': '}
                      <bdi>{call.why}</bdi>
                    </>
                  )}
                </td>
                <td>{call.address}</td>
                <td>
                  <Button variant="default" size="compact-sm" onClick={() => setOpen(call)}>
                    Look
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <Dialog title="What came" opened={open !== null} onClose={() => setOpen(null)} size={720}>
        {open && <CallBody id={id} call={open} />}
      </Dialog>
    </Section>
  );
}

function CallBody({ id, call }: { id: string; call: ConnectorCall }) {
  const { data } = useGet('GET /connectors/{id}/calls/{callId}', { params: { id, callId: call.id } });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by the keyboard
    <pre className="f-connector-body" tabIndex={0}>
      {data?.body || 'Nothing is kept of it.'}
    </pre>
  );
}
