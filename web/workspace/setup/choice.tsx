import { UnstyledButton } from '@mantine/core';
import { Door } from '#web/ui/door/door.tsx';

/** What to begin with. */
export function Choice({ onChoose }: { onChoose(mode: 'own' | 'sample'): void }) {
  return (
    <Door title="Welcome to Fettle" intro="What would you like to begin with?" wide>
      <div className="f-choices">
        <UnstyledButton className="f-choice" onClick={() => onChoose('sample')} autoFocus>
          <strong>Explore with the sample MSP</strong>
          <span className="f-dim">
            Harbour IT: 40 clients, 12 people and about 2,000 tickets of the last 90 days. Good for a look around; start
            anew with an empty data folder when you are done.
          </span>
        </UnstyledButton>
        <UnstyledButton className="f-choice" onClick={() => onChoose('own')}>
          <strong>Set up my own</strong>
          <span className="f-dim">
            An empty desk with lifecycles, priorities and service levels after ITIL 4, ready for your first client.
          </span>
        </UnstyledButton>
      </div>
    </Door>
  );
}
