import { UnstyledButton } from '@mantine/core';
import { Fragment, useState } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import type { BillLine, BillWhy } from '#shared/billing.ts';
import { Facts } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { lastDay, money, shortDay, unitPrice } from './money.ts';
import '../clients/report/report.css';
import './billing.css';

type Shown = BillLine & { id?: string; credited?: number };

/** The lines of a bill, each of which opens to what its amount came of. */
export function BillLines({ lines, currency }: { lines: readonly Shown[]; currency: string }) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Sideways label="Lines">
      <table className="f-report-table">
        <caption className="f-hidden">Lines</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="f-money">
              Quantity
            </th>
            <th scope="col" className="f-money">
              Price
            </th>
            <th scope="col" className="f-money">
              Tax
            </th>
            <th scope="col" className="f-money">
              Before tax
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a bill stand in a fixed order and have no other name
            <Fragment key={nth}>
              <tr>
                <th scope="row">
                  <bdi>{line.name}</bdi>{' '}
                  <UnstyledButton
                    className="f-why"
                    aria-expanded={open === nth}
                    aria-label={`Why ${money(line.amount, currency)} for ${line.name}?`}
                    onClick={() => setOpen(open === nth ? null : nth)}
                  >
                    why?
                  </UnstyledButton>
                  {line.credited ? <div className="f-dim">{money(line.credited, currency)} credited</div> : null}
                </th>
                <td className="f-money">
                  {line.quantity} {line.unit}
                </td>
                <td className="f-money">{unitPrice(line.price, currency)}</td>
                <td className="f-money">
                  {line.taxName} {line.taxPercent} %
                </td>
                <td className="f-money">{money(line.amount, currency)}</td>
              </tr>
              {open === nth && (
                <tr>
                  <td colSpan={5}>
                    <WhyOf why={line.why} currency={currency} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function WhyOf({ why: { steps, parts, entries }, currency }: { why: BillWhy; currency: string }) {
  return (
    <div className="f-bill-why">
      <Facts facts={steps.map(({ what, how }) => [what, <bdi key={what}>{how}</bdi>] as const)} />
      {parts.length > 0 && (
        <table className="f-report-table">
          <caption className="f-hidden">Parts of the period</caption>
          <thead>
            <tr>
              <th scope="col">From – to</th>
              <th scope="col" className="f-money">
                Days
              </th>
              <th scope="col" className="f-money">
                Quantity × price
              </th>
              <th scope="col" className="f-money">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.from}>
                <td>
                  {shortDay(part.from)} – {lastDay(part.until)}
                </td>
                <td className="f-money">
                  {part.days} of {part.of}
                </td>
                <td className="f-money">
                  {part.quantity} × {unitPrice(part.price, currency)}
                </td>
                <td className="f-money">{money(part.amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entries.length > 0 && (
        <table className="f-report-table">
          <caption className="f-hidden">Time in this line</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Who</th>
              <th scope="col">Kind of work</th>
              <th scope="col" className="f-money">
                Worked
              </th>
              <th scope="col" className="f-money">
                Billed here
              </th>
              <th scope="col" className="f-money">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{shortDay(entry.day)}</td>
                <td>
                  <bdi>{entry.staff}</bdi>
                </td>
                <td>{entry.workType ?? '–'}</td>
                <td className="f-money">{sayMinutes(entry.worked)}</td>
                <td className="f-money">{sayMinutes(Math.round(entry.seconds / 60))}</td>
                <td className="f-money">{money(entry.amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** What a bill comes to. */
export function BillSum({ net, tax, total, currency }: { net: number; tax: number; total: number; currency: string }) {
  return (
    <dl className="f-bill-sum">
      <dt>Before tax</dt>
      <dd className="f-money">{money(net, currency)}</dd>
      <dt>Tax</dt>
      <dd className="f-money">{money(tax, currency)}</dd>
      <dt data-total>Total</dt>
      <dd className="f-money" data-total>
        {money(total, currency)}
      </dd>
    </dl>
  );
}
