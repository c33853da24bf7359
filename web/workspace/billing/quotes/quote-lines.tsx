import { BILLED_WAY_WORDS } from '#shared/product-words.ts';
import type { QuoteDetail, QuoteLineView } from '#shared/quote.ts';
import { isCharged } from '#shared/quote-words.ts';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { money, unitPrice } from '../money.ts';
import { CHARGED_ALONE } from './charged-alone.ts';

type Props = { quote: QuoteDetail; forClient: boolean };

const choiceWords = ({ choice, group, taken, chosen }: QuoteLineView): string | null => {
  if (choice === 'fixed') return null;
  const of = choice === 'optional' ? 'Optional' : `One of ${group}`;
  if (taken !== null) return `${of}, ${taken ? 'taken' : 'not taken'}`;
  return chosen ? `${of}, chosen at first` : of;
};

/** What a quote offers, once and each month; what it costs for staff alone. */
export function QuoteLines({ quote, forClient }: Props) {
  const { currency } = quote;
  return (['once', 'monthly'] as const).map((billed) => {
    const lines = quote.lines.filter((line) => line.billed === billed);
    if (lines.length === 0) return null;
    const { net, tax, total } = quote[billed];
    return (
      <div key={billed}>
        <h3>{BILLED_WAY_WORDS[billed]}</h3>
        <Sideways label={`${BILLED_WAY_WORDS[billed]}, as a table`}>
          <table className="f-report-table">
            <caption className="f-hidden">{BILLED_WAY_WORDS[billed]}</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col" className="f-money">
                  Quantity × price
                </th>
                <th scope="col" className="f-money">
                  Before tax
                </th>
                <th scope="col">Tax</th>
                {!forClient && (
                  <th scope="col" className="f-money">
                    Costs you
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    <bdi>{line.name}</bdi>
                    {choiceWords(line) && <div className="f-dim">{choiceWords(line)}</div>}
                    {!forClient && isCharged(line, line.taxRate !== null) && (
                      <div className="f-dim">{CHARGED_ALONE}</div>
                    )}
                    {line.description && <div className="f-dim f-billing-words">{line.description}</div>}
                  </th>
                  <td className="f-money">
                    {line.quantity} {line.unit} × {unitPrice(line.price, currency)}
                    {Number(line.discount) > 0 && <div className="f-dim">{line.discount} % off</div>}
                  </td>
                  <td className="f-money">{money(line.amount, currency)}</td>
                  <td>{line.taxName === '' ? 'Not said' : `${line.taxName} ${line.taxPercent} %`}</td>
                  {!forClient && <td className="f-money">{line.costs === null ? '–' : money(line.costs, currency)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
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
      </div>
    );
  });
}
