import { useGet } from '#web/api/use.ts';
import { useCan, useMe } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { TaxRateForm } from './tax-rate-form.tsx';

/** The taxes that invoices charge. */
export default function TaxRatesPage() {
  const can = useCan();
  const { allClients } = useMe();
  const { data, error, refetch } = useGet('GET /tax-rates', {});
  return (
    <RecordList
      title="Tax rates"
      one="tax rate"
      help="What invoices charge by law. Which one a client pays is said under Tax; a line of a contract may say otherwise."
      empty="GST 10 %, VAT 20 %, reverse charge: add those that your clients pay."
      lines={data?.items.map((rate) => ({
        ...{
          record: rate,
          id: rate.id,
          name: rate.name,
          note: `${rate.percent} %`,
          active: rate.active,
          inactive: 'Out of use',
        },
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('contract.manage') && allClients === true}
      form={(rate, onClose) => <TaxRateForm rate={rate} onClose={onClose} />}
    />
  );
}
