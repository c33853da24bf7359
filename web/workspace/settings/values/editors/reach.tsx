import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { EditorProps } from './types.ts';

type Reach = { privateHosts: string[]; ports: number[] };

const isHost = (text: string): boolean => /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:.]+)$/i.test(text);
const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

/** Which hosts and ports connectors may reach besides public ones. */
export function ReachEditor({ value: { privateHosts, ports }, readOnly, onChange }: EditorProps<Reach>) {
  const [hostFault, setHostFault] = useState(false);
  const [portFault, setPortFault] = useState<string | null>(null);
  if (readOnly)
    return (
      <ul className="f-lines">
        <li>
          <span>
            Hosts of your own network: <bdi>{privateHosts.join(', ') || 'none'}</bdi>
          </span>
        </li>
        <li>Ports: {ports.join(', ')}</li>
      </ul>
    );
  return (
    <>
      <TagsInput
        label="Hosts of your own network"
        description="As they stand in the connector’s address, such as rmm.office.example or 10.0.0.8; each closed by Enter"
        maw={560}
        maxTags={100}
        value={privateHosts}
        error={hostFault && 'A host is a name or an IP address, without https:// and without a path.'}
        onChange={(hosts) => {
          setHostFault(!hosts.every(isHost));
          onChange({ privateHosts: hosts.filter(isHost), ports });
        }}
      />
      <TagsInput
        label="Ports"
        description="Of every address but that of this machine itself"
        maw={560}
        maxTags={50}
        value={ports.map(String)}
        error={portFault}
        onChange={(next) => {
          const good = next.filter(isPort);
          setPortFault(
            good.length === 0
              ? 'At least one is needed.'
              : good.length < next.length
                ? 'A port is from 1 to 65535.'
                : null,
          );
          if (good.length > 0) onChange({ privateHosts, ports: [...new Set(good.map(Number))] });
        }}
      />
    </>
  );
}
