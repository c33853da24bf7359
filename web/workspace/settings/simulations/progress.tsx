import { Progress as Bar } from '@mantine/core';
import type { SimulationView } from '#shared/simulation.ts';

/** How far it is, or why it came to nothing. */
export function Progress({ simulation: { state, done, total, error } }: { simulation: SimulationView }) {
  if (state === 'failed')
    return (
      <p className="f-form-fault" role="alert">
        It came to nothing. {error}
      </p>
    );
  const words =
    total === 0 ? 'About to begin…' : `${done.toLocaleString('en')} of ${total.toLocaleString('en')} tickets looked at`;
  return (
    <div className="f-simulation-progress">
      <p className="f-plain" role="status">
        {words}
      </p>
      <Bar value={(100 * done) / Math.max(1, total)} aria-label="Tickets looked at" />
      <p className="f-plain f-dim">You can leave this page: it goes on, and is found again under Simulations.</p>
    </div>
  );
}
