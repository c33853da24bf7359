import { Button } from '@mantine/core';
import { type OfferedLine, sumOffers } from '#kernel/quote.ts';
import { minorDigits } from '#shared/money-words.ts';
import { useGet } from '#web/api/use.ts';
import { moved, put, without } from '#web/ui/form/order.ts';
import { MOST_OFFERED, Select } from '#web/ui/form/select.tsx';
import { money } from '../money.ts';
import { type DraftLine, freeLine, productLine } from './draft-line.ts';
import { LineFields } from './line-fields.tsx';

type Props = {
  lines: readonly DraftLine[];
  currency: string;
  errors: Readonly<Record<string, string>>;
  onChange(lines: readonly DraftLine[]): void;
};

/** The lines of a draft, in the order in which they are read: added by typing, moved by keys or buttons. */
export function LinesEditor({ lines, currency, errors, onChange }: Props) {
  const { data: taxes } = useGet('GET /tax-rates', {});
  return (
    <>
      {lines.map((line, nth) => (
        <LineFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by where it stands
          key={nth}
          {...{ line, at: nth, count: lines.length, errors }}
          taxes={taxes?.items ?? []}
          onChange={(next) => onChange(put(lines, nth, next))}
          onMove={(by) => onChange(moved(lines, nth, by))}
          onRemove={() => onChange(without(lines, nth))}
        />
      ))}
      <AddLine currency={currency} onAdd={(line) => onChange([...lines, line])} />
      <Worth lines={lines} currency={currency} />
    </>
  );
}

/** Adds what is chosen from the price book by typing its code or name, or a line of one's own words. */
function AddLine({ currency, onAdd }: { currency: string; onAdd(line: DraftLine): void }) {
  const { data } = useGet('GET /products', { query: {} });
  const products = data?.items ?? [];
  return (
    <div className="f-quote-head">
      <Select
        label="Add from the price book"
        placeholder="Code or name"
        searchable
        limit={MOST_OFFERED}
        data={products.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
        value={null}
        onChange={(id) => {
          const product = products.find((one) => one.id === id);
          if (product) onAdd(productLine(product, currency));
        }}
      />
      <Button variant="default" onClick={() => onAdd(freeLine(''))}>
        Add in my own words
      </Button>
    </div>
  );
}

const NUMBER = /^\d{1,8}(\.\d{1,4})?$/;

/** What the lines come to as they are typed, before tax; those that are not whole yet count as nothing. */
function Worth({ lines, currency }: Pick<Props, 'lines' | 'currency'>) {
  const digits = minorDigits(currency);
  const priced = lines
    .filter(({ choice, chosen }) => choice === 'fixed' || chosen)
    .filter(({ quantity, price, discount }) => [quantity, price, discount].every((text) => NUMBER.test(text.trim())))
    .filter(({ discount }) => Number(discount) <= 100)
    .map(
      ({ quantity, price, discount, cost, billed }): OfferedLine => ({
        ...{ quantity: quantity.trim(), price: price.trim(), discount: discount.trim(), taxPercent: '0', billed },
        cost: NUMBER.test(cost.trim()) ? cost.trim() : null,
      }),
    );
  const [once, monthly] = [sumOffers(priced, 'once', digits), sumOffers(priced, 'monthly', digits)];
  return (
    <p className="f-plain" role="status">
      Before tax: {money(once.net, currency)} once, {money(monthly.net, currency)} a month. Costs you{' '}
      {money(once.cost, currency)} once, {money(monthly.cost, currency)} a month.
    </p>
  );
}
