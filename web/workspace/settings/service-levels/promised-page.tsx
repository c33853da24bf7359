import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TicketKind } from '#shared/vocabulary.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../../session/me.ts';
import { placeKey, placeQuery, usePlace } from '../values/place.ts';
import { KindChoice } from './kind-choice.tsx';
import { NewPolicy } from './new-policy.tsx';
import { PromisedTable } from './promised-table.tsx';
import { ThresholdsList } from './thresholds-list.tsx';
import './service-levels.css';

/** What somebody is promised for a kind of ticket, all policies taken together. */
export default function PromisedPage() {
  const can = useCan();
  const { place, name, choices, choose } = usePlace();
  const [kind, setKind] = useState<TicketKind>('incident');
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useGet('GET /service-levels/promised', { query: { kind, ...placeQuery(place) } });
  return (
    <>
      <PageHead
        title="What is promised"
        actions={can('settings.manage') && <Button onClick={() => setAdding(true)}>New policy</Button>}
      />
      <div className="f-place-bar">
        <Select
          aria-label="For whom"
          data={choices}
          value={placeKey(place)}
          onChange={(next) => next && choose(next)}
          searchable
          w={260}
        />
        <KindChoice kind={kind} onChange={setKind} />
      </div>
      <PageBody>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        <Section
          title={`For ${name.toLowerCase() === 'everybody' ? 'everybody' : name}`}
          help="Each cell with the policy that it comes from. What a policy with a condition says depends on the ticket."
        >
          {!data && !error && <SkeletonLines lines={6} />}
          {data && <PromisedTable promised={data} caption={`What is promised to ${name}`} />}
        </Section>
        <Section title="As time runs out">
          {!data && !error && <SkeletonLines lines={3} />}
          {data && <ThresholdsList thresholds={data.thresholds} />}
        </Section>
      </PageBody>
      <Dialog title="New policy" opened={adding} onClose={() => setAdding(false)}>
        {adding && <NewPolicy place={place} onClose={() => setAdding(false)} />}
      </Dialog>
    </>
  );
}
