import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { spellMinutes } from '#kernel/minutes.ts';
import type { MarginQuery } from '#shared/margin.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { money } from '../money.ts';
import { share } from './share.ts';

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
          ['Cost of the work', `${money(cost, currency)} for ${spellMinutes(minutes)}`],
          ['Margin', `${money(revenue - cost, currency)} (${share(revenue, cost)})`],
        ]}
      />
      {contracts.length > 0 && (
        <Section title="Invoiced by contract">
          <ul className="f-terms">
            {contracts.map(({ name, revenue: minor }) => (
              <li key={name ?? ''}>
                {name === null ? 'Under no contract' : <bdi>{name}</bdi>}: {money(minor, currency)}
              </li>
            ))}
          </ul>
        </Section>
      )}
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
              {spellMinutes(minutes)}, {money(cost, currency)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
