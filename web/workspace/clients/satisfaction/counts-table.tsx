import type { CountsOf } from '#shared/satisfaction.ts';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { percent } from '#web/ui/marks/percent.ts';

/** Counts of ratings, a row each, with the share of those who were content and how many it is of. */
export function CountsTable({ name, rows }: { name: string; rows: readonly CountsOf[] }) {
  if (rows.every(({ asked }) => asked === 0)) return <p className="f-plain f-dim">Nobody was asked.</p>;
  return (
    <Sideways label={`Ratings by ${name.toLowerCase()}`}>
      <table className="f-report-table">
        <caption className="f-hidden">Ratings by {name.toLowerCase()}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">Share content</th>
            <th scope="col">Asked</th>
            <th scope="col">Content</th>
            <th scope="col">In between</th>
            <th scope="col">Not content</th>
            <th scope="col">No answer</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, asked, good, fair, bad }) => (
            <tr key={id ?? 'nobody'}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                {good + fair + bad > 0 ? (
                  <>
                    <b>{percent(good, fair + bad)}</b>{' '}
                    <span className="f-dim">
                      {good} of {good + fair + bad}
                    </span>
                  </>
                ) : (
                  <span className="f-dim">–</span>
                )}
              </td>
              <td>{asked}</td>
              <td>{good}</td>
              <td>{fair}</td>
              <td>{bad}</td>
              <td>{asked - good - fair - bad}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
