import type { Priced } from '#kernel/billing.ts';
import { spellMinutes } from '#kernel/minutes.ts';
import type { WaitingExpenses } from '#server/business/expense/index.ts';
import type { BillState } from '#shared/billing-words.ts';
import type { VarianceView } from '#shared/count.ts';
import { formatMoney } from '#shared/money-words.ts';
import { changesSince } from './changes-since.ts';
import type { Last } from './last.ts';
import type { ClientBooks } from './load.ts';

const LATE_DAYS = 2;
const DAY_MS = 86_400_000;
const NAMED = 3;

type Beside = {
  readonly now: string;
  /** Whether the time that is billed is over. */
  readonly isOver: boolean;
  readonly last: Last | null;
  readonly seller: string;
  readonly variances: readonly VarianceView[];
  readonly spent: WaitingExpenses | null;
};

/** What stands against billing a client (`blocked`), or wants a look before (`review`), in sentences; and where it stands by that. */
export function judge(
  client: ClientBooks,
  priced: Priced,
  { now, isOver, last, seller, variances, spent }: Beside,
): { state: BillState; reasons: string[]; unapproved: boolean } {
  const late = [...waiting(client, now), ...unapprovedExpenses(spent, now)];
  const unapproved = late.length > 0;
  const blocked = [
    ...(seller === '' ? ['You have no name on invoices yet: Settings, You on invoices'] : []),
    ...(client.taxRateId === null ? ['Nobody has said which tax this client pays'] : []),
    ...unrated(client, priced),
    ...client.foreign.map(
      (name) => `“${name}” takes in time, but its contract is not in the currency of the client’s rates`,
    ),
  ];
  const review = [
    ...late,
    ...(priced.total < 0 ? ['It comes to less than nothing: a credit would be issued'] : []),
    ...undecided(variances),
    ...changesSince(client, priced, { last, isOver }).reasons,
  ];
  if (priced.lines.length === 0 && priced.time.unrated.length === 0) {
    return { state: 'nothing', reasons: [...late, ...undecided(variances)], unapproved };
  }
  if (blocked.length > 0) return { state: 'blocked', reasons: [...blocked, ...review], unapproved };
  return { state: review.length > 0 ? 'review' : 'ready', reasons: review, unapproved };
}

function unrated({ entries }: ClientBooks, { time }: Priced): string[] {
  if (time.unrated.length === 0) return [];
  const first = entries.find(({ id }) => id === time.unrated[0]);
  const more = time.unrated.length > 1 ? ` and ${time.unrated.length - 1} more` : '';
  return [`There is no rate for work by ${first?.staff ?? 'somebody'} on ${first?.ticket ?? 'a ticket'}${more}`];
}

function waiting({ waiting: late }: ClientBooks, now: string): string[] {
  if (late === null || Date.parse(late.oldest) > Date.parse(now) - LATE_DAYS * DAY_MS) return [];
  const entries = late.entries === 1 ? 'entry' : 'entries';
  return [
    `${spellMinutes(late.minutes)} in ${late.entries} ${entries} wait to be approved, some for more than ${LATE_DAYS} days`,
  ];
}

function unapprovedExpenses(spent: WaitingExpenses | null, now: string): string[] {
  if (spent === null || Date.parse(spent.oldest) > Date.parse(now) - LATE_DAYS * DAY_MS) return [];
  const expenses = spent.number === 1 ? 'expense is' : 'expenses are';
  const money = formatMoney({ minor: spent.amount, currency: spent.currency });
  return [`${spent.number} ${expenses} not approved, ${money}, some of more than ${LATE_DAYS} days ago`];
}

/** What was counted otherwise than a contract has it, and nobody has decided about. */
function undecided(variances: readonly VarianceView[]): string[] {
  if (variances.length === 0) return [];
  const named = variances
    .slice(0, NAMED)
    .map(({ line, contracted, counted }) => `${line.name} ${contracted} → ${counted?.number ?? contracted}`);
  const more = variances.length > NAMED ? `, and ${variances.length - NAMED} more` : '';
  const what = variances.length === 1 ? '1 count differs' : `${variances.length} counts differ`;
  return [`${what} from the contract, to be decided: ${named.join(', ')}${more}`];
}
