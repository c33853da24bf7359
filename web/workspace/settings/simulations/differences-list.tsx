import type { Difference } from './differences.ts';
import './simulations.css';

/** What would be otherwise, line by line. */
export function DifferencesList({ differences }: { differences: readonly Difference[] }) {
  return (
    <ul className="f-differences">
      {differences.map(({ what, before, after }) => (
        <li key={what}>
          <span>{what}</span>
          <span>
            <span className="f-dim">{before}</span>
            <span aria-hidden="true"> → </span>
            <span className="f-hidden"> becomes </span>
            <b>{after}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}
