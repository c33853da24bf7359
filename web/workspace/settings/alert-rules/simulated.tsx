import { Link } from '@tanstack/react-router';
import type { AlertSimulation } from '#shared/alert.ts';
import { DOES } from './words.ts';

const alerts = (count: number) => (count === 1 ? '1 alert' : `${count.toLocaleString('en')} alerts`);

/** What a rule would have decided otherwise. */
export function Simulated({ result }: { result: AlertSimulation }) {
  const { judged, capped, fits, changed, counts, examples, fault } = result;
  return (
    <section aria-label="What would have differed" aria-live="polite">
      <p className="f-plain">
        Of {capped ? 'the newest ' : ''}
        {alerts(judged)}, it decides about <strong>{fits.toLocaleString('en')}</strong>; for{' '}
        <strong>{changed.toLocaleString('en')}</strong> that differs from now.
      </p>
      {fault && <p className="f-plain">For some it could not be answered, and counts as not fitting: {fault}</p>}
      <ul className="f-lines">
        {counts
          .filter(({ before, after }) => before !== after)
          .map(({ before, after, count }) => (
            <li key={`${before} ${after}`}>
              {alerts(count)}: {DOES[before]} → {DOES[after]}
            </li>
          ))}
      </ul>
      {examples.length > 0 && (
        <details>
          <summary>{changed > examples.length ? `The newest ${examples.length} of them` : 'Which'}</summary>
          <ul className="f-lines">
            {examples.map((one) => (
              <li key={one.id}>
                <Link to="/alerts/$id" params={{ id: one.id }} className="f-cut">
                  <bdi>{one.title}</bdi>
                </Link>
                <span className="f-dim">
                  <bdi>{one.client}</bdi> · {DOES[one.before]} → {DOES[one.after]}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
