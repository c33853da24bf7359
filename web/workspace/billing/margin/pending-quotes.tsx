import { Link } from '@tanstack/react-router';
import type { QuoteRow } from '#shared/quote.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { useNow } from '#web/ui/marks/now.ts';
import { shortDay } from '../money.ts';
import { worthWords } from '../quotes/worth.ts';

const MOST = 200;

/** Quotes that wait for an answer, the oldest first: what they would bring, and since when they wait. */
export function PendingQuotes() {
  const { data, error, refetch } = useGet('GET /quotes', { query: { state: 'sent', limit: MOST } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={3} />;
  const rows = data.items.toSorted((a, b) => (a.sentAt ?? '').localeCompare(b.sentAt ?? ''));
  return (
    <Section title={`Quotes that wait for an answer (${rows.length}${data.nextCursor ? '+' : ''})`}>
      {rows.length === 0 ? <p className="f-plain f-dim">None.</p> : <Rows rows={rows} />}
    </Section>
  );
}

const DAY_MS = 86_400_000;

function Rows({ rows }: { rows: readonly QuoteRow[] }) {
  const now = useNow();
  const age = (at: string | null): string => {
    const days = at === null ? 0 : Math.floor((now - Date.parse(at)) / DAY_MS);
    return days <= 0 ? 'today' : days === 1 ? '1 day' : `${days} days`;
  };
  return (
    <Sideways label="Quotes that wait, as a table">
      <table className="f-report-table">
        <caption className="f-hidden">Quotes that wait for an answer</caption>
        <thead>
          <tr>
            <th scope="col">Quote</th>
            <th scope="col">Client</th>
            <th scope="col">Waits</th>
            <th scope="col">Valid until</th>
            <th scope="col" className="f-money">
              With tax
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/billing/quotes/$id" params={{ id: row.id }}>
                  <bdi>{row.title}</bdi>
                </Link>
                <div className="f-dim">{row.number}</div>
              </th>
              <td>
                <bdi>{row.client.name}</bdi>
              </td>
              <td>{age(row.sentAt)}</td>
              <td>{shortDay(row.validUntil)}</td>
              <td className="f-money">{worthWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
