import type { SlaReport } from '#shared/sla-report.ts';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { percent } from '#web/ui/marks/percent.ts';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { capital } from '#web/ui/text/capital.ts';

const PRIORITIES = [1, 2, 3, 4, 5];

/** How many of each promise were kept, in all and by priority. */
export function Kept({ report: { targets, client } }: { report: SlaReport }) {
  const byHand = targets.reduce((sum, target) => sum + target.byHand, 0);
  if (targets.length === 0)
    return (
      <Section title="How promises were kept">
        <p className="f-plain f-dim">No promise to {client.name} was kept or missed in these days.</p>
      </Section>
    );
  return (
    <Section
      title="How promises were kept"
      help="Each counts on the day on which it was kept or missed; what was still open and in time does not. The next updates of a ticket count together as one, missed as soon as one was."
    >
      <Sideways label="Counts of promises">
        <table className="f-report-table">
          <caption className="f-hidden">How promises were kept, by priority</caption>
          <thead>
            <tr>
              <th scope="col">Target</th>
              <th scope="col">Tickets</th>
              <th scope="col">Met</th>
              <th scope="col">Missed</th>
              <th scope="col">Kept</th>
              {PRIORITIES.map((priority) => (
                <th scope="col" key={priority}>
                  <PriorityMark priority={priority} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targets.map(({ target, name, met, missed, byPriority }) => (
              <tr key={target}>
                <th scope="row">{capital(name)}</th>
                <td>{met + missed}</td>
                <td>{met}</td>
                <td>{missed > 0 ? <a href="#missed">{missed}</a> : 0}</td>
                <td>
                  <b>{percent(met, missed)}</b>
                </td>
                {PRIORITIES.map((priority) => {
                  const of = byPriority.find((one) => one.priority === priority);
                  return (
                    <td key={priority}>
                      {of ? (
                        <>
                          {percent(of.met, of.missed)}{' '}
                          <span className="f-dim">
                            {of.met} of {of.met + of.missed}
                          </span>
                        </>
                      ) : (
                        <span className="f-dim">–</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {byHand > 0 && (
        <p className="f-plain f-dim">
          {byHand === 1 ? 'One of them had' : `${byHand} of them had`} a target that was set by hand.
        </p>
      )}
    </Section>
  );
}
