import type { ExpenseKindView } from '#shared/expense.ts';
import { useGet } from '#web/api/use.ts';
import { useCan, useMe } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { ExpenseKindForm } from './expense-kind-form.tsx';

/** The kinds of expense: what people pay and drive, and how clients are charged for it. */
export default function ExpenseKindsPage() {
  const can = useCan();
  const { allClients } = useMe();
  const { data, error, refetch } = useGet('GET /expense-kinds', { query: {} });
  return (
    <RecordList
      title="Kinds of expense"
      one="kind of expense"
      help="What people pay and how they travel for work. Each is an amount, or is counted (km) at a price; and says whether clients are charged, with which mark-up, and when a receipt is needed."
      empty="Kilometres, parking, accommodation: what is paid for work is told apart here."
      lines={data?.items.map((kind) => ({
        record: kind,
        id: kind.id,
        name: kind.name,
        note: noteOf(kind),
        active: kind.active,
        inactive: 'Out of use',
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('settings.manage') && allClients === true}
      form={(kind, onClose) => <ExpenseKindForm kind={kind} onClose={onClose} />}
    />
  );
}

const noteOf = ({ unit, rates, chargeable, markup, receiptAbove }: ExpenseKindView): string =>
  [
    ...(unit === '' ? [] : rates.map(({ currency, price }) => `${currency} ${price} for each ${unit}`)),
    chargeable ? (markup === null || markup === '0' ? 'Charged' : `Charged with ${markup} % on top`) : 'Not charged',
    ...(receiptAbove === null
      ? []
      : [Number(receiptAbove) === 0 ? 'needs a receipt' : `receipt above ${receiptAbove}`]),
  ].join(' · ');
