import type { StreamFlow } from '#shared/value-stream.ts';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { duration } from '#web/ui/marks/duration.ts';

const share = (of: number | null) => (of === null ? '–' : `${Math.round(100 * of)} %`);

/** The figures of each step. */
export function StepTable({ flow }: { flow: StreamFlow }) {
  return (
    <Sideways label="Steps as a table">
      <table className="f-report-table">
        <caption className="f-hidden">Steps as a table</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Tickets</th>
            <th scope="col">Waits, median</th>
            <th scope="col">Waits, 85 of 100 at most</th>
            <th scope="col">Worked on, median</th>
            <th scope="col">Worked on, 85 of 100 at most</th>
            <th scope="col">Touch estimated</th>
            <th scope="col">Share of the whole</th>
          </tr>
        </thead>
        <tbody>
          {flow.steps.map(({ key, name, tickets, estimated, wait, touch, share: of }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{tickets}</td>
              <td>{duration(wait.median)}</td>
              <td>{duration(wait.p85)}</td>
              <td>{duration(touch.median)}</td>
              <td>{duration(touch.p85)}</td>
              <td>{tickets === 0 ? '–' : share(estimated / tickets)}</td>
              <td>{share(of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

/** The whole by client, team or category, those with most waiting first. */
export function GroupTable({ name, groups }: { name: string; groups: StreamFlow['groups'] }) {
  if (groups.length === 0) return <p className="f-plain f-dim">Nothing ended in this period.</p>;
  return (
    <Sideways label={`By ${name.toLowerCase()}`}>
      <table className="f-report-table">
        <caption className="f-hidden">By {name.toLowerCase()}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">Tickets</th>
            <th scope="col">Waited, a ticket</th>
            <th scope="col">Worked on, a ticket</th>
            <th scope="col">Flow efficiency</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id ?? 'none'}>
              <th scope="row">
                <bdi>{group.name}</bdi>
              </th>
              <td>{group.tickets}</td>
              <td>{duration(group.wait / group.tickets)}</td>
              <td>{duration(group.touch / group.tickets)}</td>
              <td>{share(group.efficiency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
