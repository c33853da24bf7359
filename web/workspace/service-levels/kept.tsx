import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SlaOverview } from '#shared/sla-report.ts';
import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { targetName } from '#web/ui/marks/clock.ts';
import { percent } from '#web/ui/marks/percent.ts';
import { capital } from '#web/ui/text/capital.ts';
import type { BoardAddress, Go } from './board-address.ts';
import { DAYS } from './board-address.ts';

const AGAIN_MS = 5 * 60_000;
const CLIENTS = 8;

type Props = Pick<BoardAddress, 'query' | 'days' | 'wall'> & { go: Go };

/** How promises were kept lately: in one line, and opened by client and by where the time of those missed went. */
export function Kept({ query: { clientId }, days, wall, go }: Props) {
  const { data } = useGet(
    'GET /service-levels/kept',
    { query: { days, ...(clientId ? { clientId } : {}) } },
    { refetchInterval: AGAIN_MS, staleTime: AGAIN_MS },
  );
  if (!data) return <div className="f-kept" aria-busy="true" />;
  const line = (
    <>
      <span>
        Last {days} days:{' '}
        <b>{data.met + data.missed === 0 ? 'nothing due' : `${percent(data.met, data.missed)} kept`}</b>
      </span>
      {data.targets.map(({ target, met, missed }) => (
        <span key={target} className="f-dim">
          {capital(targetName(target))} <b>{percent(met, missed)}</b>
          {missed > 0 && `, ${missed} missed`}
        </span>
      ))}
    </>
  );
  if (wall) return <p className="f-kept f-kept-line">{line}</p>;
  return (
    <details className="f-kept">
      <summary>
        <span className="f-kept-line">{line}</span>
      </summary>
      <div className="f-kept-parts">
        <Select
          label="How far back"
          data={DAYS.map((value) => ({ value: String(value), label: `Last ${value} days` }))}
          value={String(days)}
          onChange={(value) => go({ days: value })}
        />
        <ByClient overview={data} />
        <Causes overview={data} />
        {data.targets.some(({ target }) => target === 'next_update') && (
          <p className="f-plain f-dim">
            The next updates of a ticket count together as one, missed as soon as one was.
          </p>
        )}
      </div>
    </details>
  );
}

function ByClient({ overview: { clients } }: { overview: SlaOverview }) {
  const [all, setAll] = useState(false);
  const missing = clients.filter(({ missed }) => missed > 0);
  return (
    <section aria-labelledby="kept-clients">
      <h2 id="kept-clients">Missed, by client</h2>
      {missing.length === 0 ? (
        <p className="f-plain f-dim">Nothing was missed.</p>
      ) : (
        <ul className="f-kept-list">
          {(all ? missing : missing.slice(0, CLIENTS)).map(({ id, name, met, missed }) => (
            <li key={id}>
              <Link to="/clients/$id/service-levels" params={{ id }} className="f-cut">
                <bdi>{name}</bdi>
              </Link>
              <span>{missed}</span>
              <span className="f-dim">{percent(met, missed)} kept</span>
            </li>
          ))}
        </ul>
      )}
      {missing.length > CLIENTS && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `and ${missing.length - CLIENTS} more`}
        </Button>
      )}
    </section>
  );
}

function Causes({ overview: { causes, seconds, asked } }: { overview: SlaOverview }) {
  if (asked === 0) return null;
  return (
    <section aria-labelledby="kept-causes">
      <h2 id="kept-causes">Where the time of the missed went</h2>
      <ul className="f-kept-list">
        {causes.map(({ status, team, assigned, seconds: own, clocks }) => (
          <li key={`${status} ${team} ${assigned}`}>
            <span className="f-cut">
              <bdi>
                “{status}” {team ? `with ${team}` : 'with no team'}
                {assigned ? '' : ', nobody assigned'}
              </bdi>
            </span>
            <span>{seconds === 0 ? '–' : `${Math.round((100 * own) / seconds)} %`}</span>
            <span className="f-dim">{clocks === 1 ? 'one clock' : `${clocks} clocks`}</span>
          </li>
        ))}
      </ul>
      <p className="f-plain f-dim">
        Shares of the working time of {asked === 1 ? 'the one clock that was' : `the latest ${asked} clocks that were`}{' '}
        missed. Each clock and why it was missed stands in its client’s report, which the list by client opens.
      </p>
    </section>
  );
}
