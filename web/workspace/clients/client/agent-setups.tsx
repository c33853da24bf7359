import { Button, CopyButton, Group } from '@mantine/core';
import type { AgentSetup, CreatedEnrolmentKey } from '#shared/inventory-agent.ts';
import { Copied } from '#web/ui/marks/copied.tsx';

/** A key that is shown this once, with what is run on the machines. */
export function AgentSetups({ made, onDone }: { made: CreatedEnrolmentKey; onDone(): void }) {
  return (
    <div className="f-form">
      <p className="f-plain">
        Copy what you need now: the address holds the key, of which only the last four characters are kept.
      </p>
      <Copied label="address" text={made.url} />
      {made.setups.map((setup) => (
        <Setup key={setup.agent} setup={setup} />
      ))}
      <p className="f-plain f-dim">
        Run as an administrator on each machine. The machine appears here as soon as its agent has reported.{' '}
        <a href="/guide/inventory-agents" target="_blank" rel="noreferrer">
          More in the guide
        </a>
      </p>
      <Group justify="flex-end">
        <Button onClick={onDone}>Done</Button>
      </Group>
    </div>
  );
}

function Setup({ setup: { agent, system, command } }: { setup: AgentSetup }) {
  const name = `${agent} on ${system}`;
  return (
    <section className="f-agent-setup" aria-label={name}>
      <header>
        <h3>{name}</h3>
        <CopyButton value={command}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy} aria-label={`Copy the commands of ${name}`}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </header>
      <pre>{command}</pre>
    </section>
  );
}
