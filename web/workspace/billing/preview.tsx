import { sayMinutes } from '#kernel/minutes.ts';
import type { Bill } from '#shared/billing.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { lastDay, money, shortDay } from './money.ts';
import { BillLines, BillSum } from './why-lines.tsx';
import './billing.css';

/** What a client would be billed by a day, in each currency, with what each amount comes of. */
export function Preview({ clientId, by }: { clientId: string; by: string }) {
  const { data, error, refetch } = useGet('GET /billing-preview', { query: { clientId, by } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={6} />;
  const told = data.items.filter(({ lines, reasons, blocks }) => lines.length + reasons.length + blocks.length > 0);
  if (told.length === 0) return <p className="f-dim">Nothing is due by {shortDay(by)}.</p>;
  return told.map((bill) => <OneBill key={bill.currency} bill={bill} />);
}

const hours = (seconds: number): string => sayMinutes(Math.round(seconds / 60));

function OneBill({ bill }: { bill: Bill }) {
  const { client, currency, reasons, lines, covered, blocks, causes } = bill;
  const amount = ({ kind }: Bill['blocks'][number], value: number) =>
    kind === 'block_hours' ? hours(value) : money(value, currency);
  return (
    <Section title={`${client.name}, ${currency}`}>
      {reasons.length > 0 && (
        <ul className="f-billing-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {lines.length > 0 && <BillLines lines={lines} currency={currency} />}
      {lines.length > 0 && <BillSum {...bill} />}
      <Facts
        facts={[
          ...covered.map(({ line, seconds }) => [`Included by “${line}”`, hours(seconds)] as const),
          ...blocks.map(
            (block) =>
              [
                `Left of “${block.line}”`,
                `${amount(block, block.left)} of ${amount(block, block.granted)}${block.until ? `, until ${lastDay(block.until)}` : ''}`,
              ] as const,
          ),
          ...causes.map(
            ({ name, before, now }) =>
              [`Since last time: ${name}`, `${money(before, currency)} → ${money(now, currency)}`] as const,
          ),
        ]}
      />
    </Section>
  );
}
