import type { PortalInvoiceView } from '#shared/portal-billing.ts';
import { billDay, billedName, billMoney, billNumber, billPrice } from '../bills.ts';
import { Sums } from '../sums.tsx';
import { t } from '../words/t.ts';
import { hoursWords } from './words.ts';

type Line = PortalInvoiceView['lines'][number];

/** What an invoice charges, a line each with the work in it, and its sums. */
export function InvoiceLines({ invoice: { lines, currency, net, tax, total } }: { invoice: PortalInvoiceView }) {
  const money = (minor: number) => billMoney({ minor, currency });
  const notes = [...new Set(lines.map(({ taxNote }) => taxNote))].filter((note) => note !== '');
  const sums = [
    [t('invoices.net'), net],
    [t('invoices.tax'), tax],
    [t('invoices.total'), total],
  ] as const;
  return (
    <>
      <ul className="f-bill-lines">
        {lines.map((line, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an issued invoice is never changed
          <BillLine key={nth} line={line} currency={currency} />
        ))}
      </ul>
      <Sums sums={sums.map(([name, minor]) => [name, money(minor)])} />
      {notes.map((note) => (
        <p key={note} className="f-dim" dir="auto">
          {note}
        </p>
      ))}
    </>
  );
}

function BillLine({ line, currency }: { line: Line; currency: string }) {
  const money = (minor: number) => billMoney({ minor, currency });
  const { name, quantity, unit, price, amount, taxName, taxPercent, work } = line;
  return (
    <li>
      <span className="f-bill-line">
        <bdi>{billedName(name)}</bdi>
        <strong>{money(amount)}</strong>
      </span>
      <span className="f-dim">
        {billNumber(quantity)} {unit && <bdi>{unit}</bdi>} × {billPrice(price, currency)} · <bdi>{taxName}</bdi>{' '}
        {billNumber(taxPercent)} %
      </span>
      {work.length > 0 && (
        <details className="f-folding">
          <summary>{t('invoices.work')}</summary>
          <ul className="f-plain">
            {work.map(({ day, workType, seconds, amount: minor }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an issued invoice is never changed
              <li key={nth} className="f-bill-line">
                <span>
                  {billDay(day)}, <bdi>{workType ?? t('invoices.someWork')}</bdi>, {hoursWords(seconds)}
                </span>
                <span>{money(minor)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
