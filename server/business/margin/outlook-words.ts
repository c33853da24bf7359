import { marginOf, type Worth } from '#kernel/billing.ts';
import { dayAfter, spellDay } from '#kernel/day.ts';
import { spellMinutes } from '#kernel/minutes.ts';
import type { BlockUnder } from '#server/business/billing/index.ts';
import { formatMoney } from '#shared/money-words.ts';

type Month = Worth & { readonly from: string; readonly minutes: number; readonly uncosted: number };
type Said = {
  readonly months: readonly Month[];
  readonly forecast: Worth;
  readonly share: number | null;
  readonly threshold: number;
  readonly days: { readonly gone: number; readonly of: number };
  readonly currency: string;
};

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const date = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Why a contract is warned of: what the month comes to, what was worked against what the price carries, and how the months before went. */
export function marginReasons({ months, forecast, share, threshold, days, currency }: Said): string[] {
  const money = (minor: number) => formatMoney({ minor, currency });
  const now = months.at(-1);
  const before = months.slice(0, -1);
  const costed = months.reduce((sum, { minutes, uncosted }) => sum + minutes - uncosted, 0);
  const each = costed > 0 ? months.reduce((sum, { cost }) => sum + cost, 0) / costed : 0;
  const carries = each > 0 ? Math.floor((Math.max(0, forecast.revenue) * (1 - threshold / 100)) / each) : null;
  const comes = `At its pace this month brings ${money(forecast.revenue)} and costs ${money(forecast.cost)}`;
  return [
    share === null ? `${comes}: nothing is left` : `${comes}: ${share} % is left, less than ${threshold} %`,
    `${spellMinutes(now?.minutes ?? 0)} worked in ${days.gone} of ${days.of} days${carries === null ? '' : `; the price carries ${spellMinutes(carries)} a month`}`,
    ...(before.length > 0
      ? [`Before: ${before.map((one) => `${MONTH.format(date(one.from))} ${shareWords(one)}`).join(', ')}`]
      : []),
  ];
}

function shareWords(month: Worth): string {
  const share = marginOf(month);
  return share === null ? '–' : `${Math.round(share)} %`;
}

type Alerts = { usedPercent: number; days: number; currency: string; today: string };

/** Why a block is warned of: how much of it is used, and what of it lapses soon. `expires`: the latter. */
export function blockReasons(
  { granted, left, until, kind, keepsMonths }: BlockUnder,
  { usedPercent, days, currency, today }: Alerts,
): { reasons: string[]; expires: boolean } {
  const some = (amount: number) =>
    kind === 'block_hours' ? spellMinutes(Math.round(amount / 60)) : formatMoney({ minor: amount, currency });
  const used = granted - left;
  const percent = granted > 0 ? Math.floor((used * 100) / granted) : 0;
  const away = until === null ? Number.POSITIVE_INFINITY : (Date.parse(until) - Date.parse(today)) / 86_400_000;
  const expires = left > 0 && away <= days && keepsMonths !== 1;
  return {
    expires,
    reasons: [
      ...(granted > 0 && left === 0 ? [`All of ${some(granted)} is used`] : []),
      ...(left > 0 && percent >= usedPercent
        ? [`${percent} % of ${some(granted)} is used, ${some(left)} is left`]
        : []),
      ...(expires && until !== null
        ? [`Some of the ${some(left)} that is left is good until ${spellDay(dayAfter(until, -1))}`]
        : []),
    ],
  };
}
