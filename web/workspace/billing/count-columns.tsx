import { Link } from '@tanstack/react-router';
import type { VarianceView } from '#shared/count.ts';
import { VARIANCE_STATE_WORDS } from '#shared/count-words.ts';
import type { Column } from '#web/ui/table/columns.ts';
import { money, shortDay } from './money.ts';

/** More with a plus, less with a minus, so that nobody has to look twice. */
export const signed = (minor: number, currency: string): string =>
  `${minor > 0 ? '+' : minor < 0 ? '−' : ''}${money(Math.abs(minor), currency)}`;
export const signedNumber = (text: string): string =>
  text.startsWith('-') ? text.replace('-', '−') : text === '0' ? text : `+${text}`;

/** What was counted and when, or that nothing was. */
export const countedWords = ({ counted }: VarianceView): string =>
  counted ? `${counted.number} on ${shortDay(counted.day)}` : 'not yet';

/** Where it stands: what was decided, and why. */
export function stateWords({ state, decision }: VarianceView): string {
  const { name } = VARIANCE_STATE_WORDS[state];
  if (state === 'set_aside' && decision?.day) return `${name} until ${shortDay(decision.day)}: ${decision.reason}`;
  if (state === 'kept') return `${name}: ${decision?.reason ?? ''}`;
  if (state === 'accepted' && decision?.day) return `${name} from ${shortDay(decision.day)}`;
  return name;
}

const line = (one: VarianceView) => (
  <span className="f-table-title">
    <span className="f-cut">
      <bdi>{one.line.name}</bdi>
    </span>
    <span className="f-dim f-cut">
      <bdi>{one.client.name}</bdi> ·{' '}
      <Link to="/billing/contracts/$id" params={{ id: one.contract.id }} tabIndex={-1}>
        <bdi>{one.contract.name}</bdi>
      </Link>
    </span>
  </span>
);
const two = (first: string, second: string | null) => (
  <span className="f-table-title f-count-two">
    <span className="f-cut">{first}</span>
    {second && <span className="f-dim f-cut">{second}</span>}
  </span>
);
const differs = (one: VarianceView) => two(signedNumber(one.difference), one.since && `since ${shortDay(one.since)}`);
const perMonth = (one: VarianceView) =>
  two(
    signed(one.monthly, one.currency),
    one.thisMonth === one.monthly ? null : `${signed(one.thisMonth, one.currency)} this month`,
  );

/** The columns of the queue of counts. */
export const COUNT_COLUMNS: readonly Column<VarianceView>[] = [
  {
    key: 'line',
    title: 'Line',
    width: 'minmax(160px, 3fr)',
    cell: line,
    narrow: (one) => (
      <span className="f-table-title">
        {line(one)}
        <span className="f-cut">
          {one.contracted} → {one.counted?.number ?? '?'} ({signedNumber(one.difference)}),{' '}
          {signed(one.monthly, one.currency)} a month
        </span>
        <span className="f-dim f-cut">{stateWords(one)}</span>
      </span>
    ),
  },
  {
    key: 'by',
    title: 'Counted by',
    width: 'minmax(120px, 2fr)',
    from: 900,
    cell: ({ counts }) => <bdi className="f-cut">{counts.name}</bdi>,
  },
  {
    key: 'contracted',
    title: 'Contract',
    width: '64px',
    align: 'end',
    from: 560,
    cell: ({ contracted }) => contracted,
  },
  {
    key: 'counted',
    title: 'Counted',
    width: '96px',
    from: 560,
    align: 'end',
    cell: ({ counted }) =>
      counted ? two(counted.number, shortDay(counted.day)) : <span className="f-dim">Not yet</span>,
  },
  { key: 'difference', title: 'Difference', width: '132px', from: 560, align: 'end', cell: differs },
  { key: 'monthly', title: 'A month', width: '150px', align: 'end', from: 680, cell: perMonth },
  {
    key: 'state',
    title: 'Stands at',
    width: 'minmax(120px, 2fr)',
    from: 1000,
    cell: (one) => <bdi className="f-cut">{stateWords(one)}</bdi>,
  },
];
