import { Button } from '@mantine/core';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconArrowMerge } from '#web/ui/icons.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { Joined } from './joined.tsx';
import { Pair } from './pair.tsx';
import { EstateTabs } from './tabs.tsx';
import '#web/ui/form/form.css';
import './duplicates.css';

const STATES = {
  proposed: { name: 'To be decided', empty: 'No two items look like one' },
  merged: { name: 'Joined', empty: 'No items were joined' },
  dismissed: { name: 'Found to be two', empty: 'No pair was found to be two' },
} as const;
type State = keyof typeof STATES;
const CHOICES = Object.entries(STATES).map(([value, { name }]) => ({ value, label: name }));

/** Items that may be one and the same device, to be decided about; and what was decided. */
export default function DuplicatesPage() {
  const { at, go } = useAddress();
  const asked = at.get('state') ?? 'proposed';
  const state: State = asked in STATES ? (asked as State) : 'proposed';
  const clientId = at.get('client');
  const { rows, more, reading } = usePages('GET /item-duplicates', { state, ...(clientId ? { clientId } : {}) });
  return (
    <>
      <PageHead title="Duplicates">
        <EstateTabs />
      </PageHead>
      <search className="f-list-bar f-estate-filters">
        <Select
          aria-label="State"
          data={CHOICES}
          value={state}
          onChange={(next) => go({ state: next === 'proposed' ? null : next })}
        />
        <ClientFilter value={clientId} onChange={(client) => go({ client })} />
      </search>
      <PageBody>
        {reading.error ? (
          <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />
        ) : reading.isPending ? (
          <SkeletonLines lines={12} />
        ) : rows.length === 0 ? (
          <EmptyState icon={IconArrowMerge} title={STATES[state].empty}>
            {state === 'proposed' &&
              'Where two items of a client share a serial number or an address but little else, nothing is joined unasked: the pair stands here.'}
          </EmptyState>
        ) : state === 'merged' ? (
          <ul className="f-lines">
            {rows.map((pair) => (
              <Joined key={pair.id} pair={pair} />
            ))}
          </ul>
        ) : (
          rows.map((pair) => <Pair key={pair.id} pair={pair} />)
        )}
        {more && (
          <Button variant="default" className="f-start" onClick={more} loading={reading.isFetchingNextPage}>
            Show more
          </Button>
        )}
      </PageBody>
    </>
  );
}
