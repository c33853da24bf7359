import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import type { ClientMarginView, MarginQuery } from '#shared/margin.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { money } from '../money.ts';
import { share } from './share.ts';

type Share = ClientMarginView['contracts'][number];

/** Where the money of a client came from in some days, and where the work went. */
export function ClientMarginParts({ clientId, days }: { clientId: string; days: MarginQuery }) {
  const { data, error, refetch } = useGet('GET /clients/{id}/margin', { params: { id: clientId }, query: days });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={8} />;
  const { client, currency, revenue, cost, minutes, contracts, services, people, tickets } = data;
  return (
    <div className="f-margin">
      <Facts
        facts={[
          ['Client', <bdi key="client">{client.name}</bdi>],
          ['Invoiced', money(revenue, currency)],
          ['Cost of the work', `${money(cost, currency)} for ${sayMinutes(minutes)}`],
          ['Margin', `${money(revenue - cost, currency)} (${share(revenue, cost)})`],
        ]}
      />
      <ByContract rows={contracts} currency={currency} />
      <Parts
        title="Work by ticket"
        currency={currency}
        rows={tickets.map(({ key, name, ...row }) => ({
          ...row,
          id: key,
          what: (
            <Link to="/tickets/$key" params={{ key }}>
              {key} <bdi>{name}</bdi>
            </Link>
          ),
        }))}
      />
      <Parts
        title="Work by service"
        currency={currency}
        rows={services.map(({ name, ...row }) => ({
          ...row,
          id: name ?? '',
          what: name === null ? 'No service' : <bdi>{name}</bdi>,
        }))}
      />
      <Parts
        title="Work by person"
        currency={currency}
        rows={people.map(({ name, ...row }) => ({ ...row, id: name, what: <bdi>{name}</bdi> }))}
      />
    </div>
  );
}

const OF: Record<Exclude<Share['of'], 'contract'>, string> = {
  none: 'Under no contract',
  unbilled: 'On no invoice yet',
  unbillable: 'Work that the client does not pay for',
  unknown: 'Not known: billed before it was kept',
};

/** What each contract brought, and what the work cost that it took in. */
function ByContract({ rows, currency }: { rows: readonly Share[]; currency: string }) {
  if (rows.length === 0) return null;
  return (
    <Section title="By contract" help="Work belongs to the contract that took it in when it was invoiced.">
      <Sideways label="By contract, as a table">
        <table className="f-report-table">
          <caption className="f-hidden">By contract</caption>
          <thead>
            <tr>
              <th scope="col">Contract</th>
              {['Worked', 'Invoiced', 'Cost of the work', 'Margin'].map((name) => (
                <th scope="col" className="f-money" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ of, contract, revenue, cost, minutes }) => (
              <tr key={contract?.id ?? of}>
                <th scope="row">
                  {contract ? (
                    <Link to="/billing/contracts/$id" params={{ id: contract.id }}>
                      <bdi>{contract.name}</bdi>
                    </Link>
                  ) : (
                    of !== 'contract' && OF[of]
                  )}
                </th>
                <td className="f-money">{sayMinutes(minutes)}</td>
                <td className="f-money">{money(revenue, currency)}</td>
                <td className="f-money">{money(cost, currency)}</td>
                <td className="f-money">
                  {money(revenue - cost, currency)} ({share(revenue, cost)})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}

type Row = { id: string; what: ReactNode; minutes: number; cost: number };

/** Work by one of its sides, what cost most at the top. */
function Parts({ title, rows, currency }: { title: string; rows: readonly Row[]; currency: string }) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="f-margin-parts">
        {rows.map(({ id, what, minutes, cost }) => (
          <li key={id}>
            <span>{what}</span>
            <span className="f-money">
              {sayMinutes(minutes)}, {money(cost, currency)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
