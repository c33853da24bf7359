import type { IncomingView } from '#shared/mail.ts';
import { filterName, resultName } from './words.ts';

/** What each filter found, in their order; the last one decided. */
export function Decisions({ decisions }: { decisions: IncomingView['decisions'] }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-label="What each filter found">
      <h3>What each filter found</h3>
      <table className="f-mail-decisions">
        <thead>
          <tr>
            <th scope="col">Asked</th>
            <th scope="col">Found</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ filter, result, why }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a log has no identity but its order
            <tr key={at}>
              <th scope="row">{filterName(filter)}</th>
              <td>{resultName(result)}</td>
              <td>
                <bdi>{why}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
