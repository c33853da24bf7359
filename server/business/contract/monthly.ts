import { type RawBuilder, sql } from 'kysely';
import { exact, priceOn, toMinor } from '#kernel/billing.ts';
import { minorDigits } from '#shared/money-words.ts';

/** Of which contract prices rise, and how. */
export type PricesRise = { currency: string; begins: string; upliftPercent: string | null; upliftMonths: number };
export type Priced = PricesRise & {
  prices: readonly { quantity: string; price: string; agreed: string }[];
};

/** What prices a contract `k` on a day: how many of each line that holds, at which price, agreed when; and how prices rise. */
export const pricedOn = (day: string): RawBuilder<unknown> => sql`
  k.currency, k.begins, trim_scale(k.uplift_percent)::text as "upliftPercent", k.uplift_months as "upliftMonths",
  coalesce((select jsonb_agg(jsonb_build_object('quantity', t.quantity::text, 'price', t.price::text, 'agreed', t.agreed_on)) from contract_lines l
    cross join lateral (select quantity, price, agreed_on from contract_terms t where t.client_id = l.client_id and t.line_id = l.id
      and t.from_day <= greatest(${day}::date, l.from_day) order by t.from_day desc limit 1) t
    where l.client_id = k.client_id and l.contract_id = k.id and l.from_day <= greatest(${day}::date, k.begins) and (l.until_day is null or l.until_day > ${day}::date)), '[]') as prices`;

/** What a price that was agreed on some day comes to on another, by how the contract's prices rise. */
export function risenPrice(
  day: string,
  term: { price: string; agreed: string },
  { currency, begins, upliftPercent, upliftMonths }: PricesRise,
): string {
  const uplift = upliftPercent === null ? null : { percent: upliftPercent, everyMonths: upliftMonths };
  return priceOn(day, term, { begins, uplift, digits: minorDigits(currency) });
}

/** What the lines of a contract cost a month on a day, with the uplifts until then, in minor units. */
export function monthlyOn(day: string, { prices, ...contract }: Priced): number {
  const digits = minorDigits(contract.currency);
  return prices.reduce(
    (sum, { quantity, ...term }) => sum + toMinor(exact(quantity).mul(exact(risenPrice(day, term, contract))), digits),
    0,
  );
}
