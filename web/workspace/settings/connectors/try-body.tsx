import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDo } from '#web/api/use.ts';
import { FormFault } from '#web/ui/form/shell.tsx';

const SEVERITIES = ['', 'critical', 'high', 'medium', 'low', 'information'];

/** A box into which a body is pasted, to see what alerts it would become with the fields as they are typed. */
export function TryBody({ provider, values }: { provider: string; values: Record<string, string> }) {
  const [body, setBody] = useState('');
  const attempt = useDo('POST /connectors/test-call', { failed: false });
  return (
    <fieldset className="f-connector-try">
      <legend>What would a call become?</legend>
      <Textarea
        label="A body that the system sends"
        description="Nothing is kept"
        autosize
        minRows={3}
        maxRows={12}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Button
        variant="default"
        className="f-start"
        disabled={body.trim() === ''}
        loading={attempt.isPending}
        onClick={() => attempt.mutate({ body: { provider, values, body } })}
      >
        Try it
      </Button>
      <div role="status">
        {attempt.data?.says && <p className="f-plain">{attempt.data.says}</p>}
        <ul className="f-connector-alerts">
          {attempt.data?.alerts.map((alert) => (
            <li key={`${alert.externalId} ${alert.occurrence}`}>
              <strong>
                <bdi>{alert.title}</bdi>
              </strong>{' '}
              <span className="f-dim">
                {alert.state}, {SEVERITIES[alert.severity]} · id <bdi>{alert.externalId}</bdi> · device{' '}
                <bdi>{alert.device ?? 'none'}</bdi> · client <bdi>{alert.site ?? 'none'}</bdi>
              </span>
            </li>
          ))}
        </ul>
      </div>
      {attempt.isError && <FormFault error={attempt.error} />}
    </fieldset>
  );
}
