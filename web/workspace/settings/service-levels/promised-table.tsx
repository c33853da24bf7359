import { Link } from '@tanstack/react-router';
import { sayMinutes } from '#kernel/minutes.ts';
import type { PromisedView } from '#shared/policy.ts';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { capital } from '#web/ui/text/capital.ts';
import { inheritedWords, originName, originWords } from './words.ts';

const PRIORITIES = [1, 2, 3, 4, 5];
type Cell = PromisedView['targets'][number]['byPriority'][number];
type Origin = NonNullable<Cell['from']>;

/** What is promised, target by target, each cell with the policy that it comes from. */
export function PromisedTable({ promised, caption }: { promised: PromisedView; caption: string }) {
  const { targets, conditional } = promised;
  if (targets.length === 0) return <p className="f-plain f-dim">Nothing is promised for these tickets.</p>;
  const origins = new Map<string, Origin>(
    targets.flatMap(({ byPriority }) => byPriority.flatMap(({ from }) => (from ? [[`${from.policyId}`, from]] : []))),
  );
  return (
    <>
      <Sideways label={caption}>
        <table className="f-promised">
          <caption className="f-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="f-hidden">Target</span>
              </th>
              {PRIORITIES.map((priority) => (
                <th scope="col" key={priority}>
                  <PriorityMark priority={priority} />
                </th>
              ))}
              <th scope="col">Counted by</th>
            </tr>
          </thead>
          <tbody>
            {targets.map(({ target, name, byPriority, calendar, calendarFrom }) => (
              <tr key={target}>
                <th scope="row">{capital(name)}</th>
                {byPriority.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place is the priority
                  <td key={at} data-tip={inheritedWords(cell).replace('Empty: ', '')}>
                    {cell.minutes === null ? <span className="f-dim">none</span> : sayMinutes(cell.minutes)}
                    {cell.from && <div className="f-dim f-cut">{originName(cell.from)}</div>}
                  </td>
                ))}
                <td>
                  {calendar}
                  {calendarFrom && <div className="f-dim f-cut">{originName(calendarFrom)}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <ul className="f-origins">
        {[...origins.values()].map((origin) => (
          <li key={origin.policyId}>
            {origin.policyId === null ? (
              'Built in: what Fettle comes with'
            ) : (
              <Link to="/settings/policies/$id" params={{ id: origin.policyId }}>
                {originWords(origin)}
              </Link>
            )}
          </li>
        ))}
        {conditional.map(({ policyId, name, condition }) => (
          <li key={policyId}>
            May promise otherwise:{' '}
            <Link to="/settings/policies/$id" params={{ id: policyId }}>
              “{name}”
            </Link>{' '}
            {condition ? (
              <>
                when <code>{condition}</code>
              </>
            ) : (
              'for its services'
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
