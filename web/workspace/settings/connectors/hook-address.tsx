import { Button, CopyButton, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConnectorView, HookTold } from '#shared/connector.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormFault } from '#web/ui/form/shell.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../../session/send.ts';
import { templatesFor } from './templates.ts';

/** The address that the system calls: made anew, and shown once, or told to the system by its API and shown to nobody. */
export function HookAddress({ connector, canBeTold }: { connector: ConnectorView; canBeTold: boolean }) {
  const { id, provider, providerName, hookMadeAt } = connector;
  const [url, setUrl] = useState<string | null>(null);
  const [told, setTold] = useState<HookTold | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const attempt = async (work: () => Promise<void>) => {
    setFault(null);
    setTold(null);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  const make = () =>
    attempt(async () =>
      setUrl((await send('POST /connectors/{id}/hook', { params: { id } }, ['GET /connectors/{id}'])).url),
    );
  const tell = () =>
    attempt(async () => {
      setTold(await send('POST /connectors/{id}/hook/subscribe', { params: { id } }, ['GET /connectors/{id}']));
      setUrl(null);
    });
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
        <>
          {canBeTold && (
            <Button loading={busy} onClick={() => void tell()}>
              Tell {providerName} to call
            </Button>
          )}
          <Button variant="default" disabled={busy} onClick={() => void make()}>
            {hookMadeAt ? 'Make a new address' : 'Make the address'}
          </Button>
        </>
      }
    >
      {fault !== null && <FormFault error={fault} />}
      <div role="status">
        {told && (
          <p className="f-connector-tried" data-works={told.works || undefined}>
            <strong>{told.works ? 'It was told: ' : 'It was not told: '}</strong>
            <bdi>{told.says}</bdi>
            {told.advice && <span className="f-dim"> {told.advice}</span>}
          </p>
        )}
      </div>
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
