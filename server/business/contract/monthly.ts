import { type RawBuilder, sql } from 'kysely';
import { exact, priceOn, toMinor } from '#kernel/billing.ts';
import { minorDigits } from '#shared/money-words.ts';

export type Priced = {
  currency: string;
  begins: string;
  upliftPercent: string | null;
  upliftMonths: number;
  prices: readonly { quantity: string; price: string; agreed: string }[];
};

/** What prices a contract `k` on a day: how many of each line that holds, at which price, agreed when; and how prices rise. */
export const pricedOn = (day: string): RawBuilder<unknown> => sql`
  k.currency, k.begins, trim_scale(k.uplift_percent)::text as "upliftPercent", k.uplift_months as "upliftMonths",
  coalesce((select jsonb_agg(jsonb_build_object('quantity', t.quantity::text, 'price', t.price::text, 'agreed', t.agreed_on)) from contract_lines l
    cross join lateral (select quantity, price, agreed_on from contract_terms t where t.client_id = l.client_id and t.line_id = l.id
      and t.from_day <= greatest(${day}::date, l.from_day) order by t.from_day desc limit 1) t
    where l.client_id = k.client_id and l.contract_id = k.id and l.from_day <= greatest(${day}::date, k.begins) and (l.until_day is null or l.until_day > ${day}::date)), '[]') as prices`;

/** What the lines of a contract cost a month on a day, with the uplifts until then, in minor units. */
export function monthlyOn(day: string, { currency, begins, upliftPercent, upliftMonths, prices }: Priced): number {
  const digits = minorDigits(currency);
  const uplift = upliftPercent === null ? null : { percent: upliftPercent, everyMonths: upliftMonths };
  return prices.reduce((sum, { quantity, ...term }) => {
    const price = priceOn(day, term, { begins, uplift, digits });
    return sum + toMinor(exact(quantity).mul(exact(price)), digits);
  }, 0);
}
