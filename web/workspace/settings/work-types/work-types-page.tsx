import { useGet } from '#web/api/use.ts';
import { useCan, useMe } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { WorkTypeForm } from './work-type-form.tsx';

/** The kinds of work that time is recorded as. */
export default function WorkTypesPage() {
  const can = useCan();
  const { allClients } = useMe();
  const { data, error, refetch } = useGet('GET /work-types', {});
  return (
    <RecordList
      title="Kinds of work"
      one="kind of work"
      help="What recorded time can be. Each says whether it is billable unless somebody decides otherwise."
      empty="Remote, on site, travel: what is billed by different rates is told apart here."
      lines={data?.items.map((type) => ({
        record: type,
        id: type.id,
        name: type.name,
        note: type.billable ? 'Billable' : 'Not billable',
        active: type.active,
        inactive: 'Out of use',
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('settings.manage') && allClients === true}
      form={(type, onClose) => <WorkTypeForm type={type} onClose={onClose} />}
    />
  );
}
