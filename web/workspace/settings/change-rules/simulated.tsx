import { Link } from '@tanstack/react-router';
import type { ChangeSimulation } from '#shared/change-rule.ts';

const changes = (count: number) => (count === 1 ? '1 change' : `${count.toLocaleString('en')} changes`);
const steps = (names: readonly string[]) => (names.length === 0 ? 'nobody' : names.join(', '));

/** Who would have been asked otherwise. */
export function Simulated({ result }: { result: ChangeSimulation }) {
  const { judged, fits, stricter, easier, extraSteps, notWell, notWellStricter, examples, fault } = result;
  return (
    <section aria-label="What would have differed" aria-live="polite">
      <p className="f-plain">
        Of {changes(judged)} of the last year, it speaks of <strong>{fits.toLocaleString('en')}</strong>. For{' '}
        <strong>{changes(stricter)}</strong> more people would have been asked, for {changes(easier)} fewer;{' '}
        {extraSteps >= 0 ? `${extraSteps} approvals more` : `${-extraSteps} approvals fewer`} in all.
      </p>
      {notWell > 0 && (
        <p className="f-plain">
          {changes(notWell)} among them did not go well; of these, more people would have looked at{' '}
          <strong>{notWellStricter}</strong>.
        </p>
      )}
      {fault && <p className="f-plain">For some it could not be answered: {fault}</p>}
      {examples.length > 0 && (
        <details>
          <summary>Which of them</summary>
          <ul className="f-lines">
            {examples.map((one) => (
              <li key={one.id}>
                <Link to="/tickets/$key" params={{ key: one.key }} className="f-cut">
                  {one.key} <bdi>{one.title}</bdi>
                </Link>
                <span className="f-dim">
                  <bdi>{one.client}</bdi> · {steps(one.before)} → {steps(one.after)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
