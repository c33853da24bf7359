import { Button, CopyButton, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConnectorView } from '#shared/connector.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormFault } from '#web/ui/form/shell.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../../session/send.ts';
import { templatesFor } from './templates.ts';

/** The address that the system calls: made anew, and shown once. */
export function HookAddress({ connector: { id, provider, hookMadeAt } }: { connector: ConnectorView }) {
  const [url, setUrl] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const make = async () => {
    setFault(null);
    try {
      setUrl((await send('POST /connectors/{id}/hook', { params: { id } }, ['GET /connectors/{id}'])).url);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <Section
      title="Address for its calls"
      help={
        <>
          The system calls it when something happens, so that nobody waits for the next reading. Whoever knows it can
          raise alerts: it is shown once, and a new one ends the one before.
        </>
      }
      actions={
        <Button variant="default" onClick={() => void make()}>
          {hookMadeAt ? 'Make a new address' : 'Make the address'}
        </Button>
      }
    >
      {fault !== null && <FormFault error={fault} />}
      {url === null && hookMadeAt && (
        <p className="f-plain">
          It was made <TimeAgo at={hookMadeAt} />.
        </p>
      )}
      {url !== null && (
        <div className="f-connector-hook">
          <TextInput label="Paste this address there" description="It is not shown again" readOnly value={url} />
          <Copy text={url} what="the address" />
          {templatesFor(provider, url).map(({ title, text }) => (
            <div key={title}>
              <Textarea label={title} readOnly autosize maxRows={16} value={text} />
              <Copy text={text} what={title} />
            </div>
          ))}
        </div>
      )}
    </Section>
  );
}

function Copy({ text, what }: { text: string; what: string }) {
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" size="compact-sm" aria-label={`Copy ${what}`} onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      )}
    </CopyButton>
  );
}
