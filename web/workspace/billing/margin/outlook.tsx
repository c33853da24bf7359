import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import type { BlockOutlook, ContractOutlook, Outlooks } from '#shared/margin.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { readerStore } from '#web/ui/marks/reader.ts';
import { lastDay, money } from '../money.ts';
import { share } from './share.ts';

/** How contracts go: those that turn bad first, with why, and blocks that run out. */
export function Outlook() {
  const { data, error, refetch } = useGet('GET /contract-outlooks', {});
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={4} />;
  return (
    <>
      {data.items.length > 0 && <Contracts {...data} />}
      {data.blocks.length > 0 && <Blocks rows={data.blocks} />}
    </>
  );
}

/** Besides those that are warned of, so many stand there at first. */
const FIRST = 8;

function Contracts({ items, currency, elsewhere }: Outlooks) {
  const [all, setAll] = useState(false);
  const bad = items.filter(({ warned }) => warned).length;
  const shown = all ? items : items.slice(0, Math.max(bad, FIRST));
  return (
    <Section
      title={bad === 0 ? 'Contracts, month by month' : `Contracts that earn too little (${bad})`}
      help="What each month brings, less what the work cost that the contract took in, also what is on no invoice yet. This month is told as it comes to at its pace."
    >
      <Sideways label="Contracts, month by month, as a table">
        <table className="f-report-table">
          <caption className="f-hidden">Contracts, month by month</caption>
          <thead>
            <tr>
              <th scope="col">Contract</th>
              <th scope="col">Months before</th>
              <th scope="col" className="f-money">
                Worked this month
              </th>
              <th scope="col" className="f-money">
                It comes to
              </th>
              <th scope="col" className="f-money">
                And costs
              </th>
              <th scope="col" className="f-money">
                Left
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Contract key={one.contract.id} one={one} currency={currency} />
            ))}
          </tbody>
        </table>
      </Sideways>
      {shown.length < items.length && (
        <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
          Show all {items.length} contracts
        </Button>
      )}
      {elsewhere.length > 0 && (
        <p className="f-dim">
          Not among them, since what people cost is known in {currency} alone:{' '}
          {elsewhere
            .map(({ client, contract, currency: other }) => `${client.name}, ${contract.name} (${other})`)
            .join('; ')}
          .
        </p>
      )}
    </Section>
  );
}

const month = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readerStore.get().language, { month: 'short', timeZone: 'UTC' });

function Contract({ one, currency }: { one: ContractOutlook; currency: string }) {
  const { client, contract, months, forecast, warned, reasons } = one;
  const now = months.at(-1);
  return (
    <tr>
      <th scope="row">
        <Link to="/billing/contracts/$id" params={{ id: contract.id }}>
          <bdi>{client.name}</bdi>, <bdi>{contract.name}</bdi>
        </Link>
        {reasons.map((reason) => (
          <div key={reason} className="f-dim">
            {reason}
          </div>
        ))}
      </th>
      <td>
        {months.length < 2
          ? '–'
          : months
              .slice(0, -1)
              .map(({ from, revenue, cost }) => `${month(from)} ${share(revenue, cost)}`)
              .join(', ')}
      </td>
      <td className="f-money">{sayMinutes(now?.minutes ?? 0)}</td>
      <td className="f-money">{money(forecast.revenue, currency)}</td>
      <td className="f-money">{money(forecast.cost, currency)}</td>
      <td className="f-money">
        {warned && <strong>Too little: </strong>}
        {share(forecast.revenue, forecast.cost)}
      </td>
    </tr>
  );
}

function Blocks({ rows }: { rows: readonly BlockOutlook[] }) {
  return (
    <Section
      title="Blocks of hours and money"
      help="What is left after all that was worked, also what is on no invoice yet."
    >
      <Sideways label="Blocks, as a table">
        <table className="f-report-table">
          <caption className="f-hidden">Blocks of hours and money</caption>
          <thead>
            <tr>
              <th scope="col">Block</th>
              <th scope="col">Good until</th>
              <th scope="col" className="f-money">
                Held
              </th>
              <th scope="col" className="f-money">
                Left
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ client, contract, line, kind, currency, granted, left, until, reasons }) => {
              const some = (amount: number) =>
                kind === 'block_hours' ? sayMinutes(Math.round(amount / 60)) : money(amount, currency);
              return (
                <tr key={line.id}>
                  <th scope="row">
                    <Link to="/billing/contracts/$id" params={{ id: contract.id }}>
                      <bdi>{client.name}</bdi>, <bdi>{line.name}</bdi>
                    </Link>
                    {reasons.map((reason) => (
                      <div key={reason} className="f-dim">
                        {reason}
                      </div>
                    ))}
                  </th>
                  <td>{until === null ? 'Does not lapse' : lastDay(until)}</td>
                  <td className="f-money">{some(granted)}</td>
                  <td className="f-money">{some(left)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}
