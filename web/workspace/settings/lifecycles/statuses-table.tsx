import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { capital } from '#web/ui/text/capital.ts';
import type { Shape } from './edit.ts';

/** The statuses of a kind: our words, the client's, and what Fettle reasons with. */
export function StatusesTable({ shape }: { shape: Shape }) {
  return (
    <Section title="Statuses" help="Your words, what the client reads instead, and what Fettle reasons with.">
      <Sideways label="Table of statuses">
        <table className="f-steps">
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">The client reads</th>
              <th scope="col">Counts as</th>
            </tr>
          </thead>
          <tbody>
            {shape.statuses.map(({ key, name, category, clientName, hold }) => (
              <tr key={key}>
                <td>
                  <StatusBadge name={name} category={category} />
                </td>
                <td>{clientName}</td>
                <td className="f-dim">
                  {capital(category)}
                  {key === shape.initial && ' · where a ticket begins'}
                  {hold && ' · asks what it waits for'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}
