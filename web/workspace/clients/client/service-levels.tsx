import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TicketKind } from '#shared/vocabulary.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { KindChoice } from '../../settings/service-levels/kind-choice.tsx';
import { PromisedTable } from '../../settings/service-levels/promised-table.tsx';
import '../../settings/service-levels/service-levels.css';

/** What a client is promised, and by which policy. */
export function ClientServiceLevels({ clientId, name }: { clientId: string; name: string }) {
  const [kind, setKind] = useState<TicketKind>('incident');
  const { data, error, refetch } = useGet('GET /service-levels/promised', { query: { kind, clientId } });
  return (
    <Section
      title="Service levels"
      actions={
        <>
          <KindChoice kind={kind} onChange={setKind} />
          <Link to="/settings/promised" search={{ client: clientId }}>
            All of it
          </Link>
        </>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data && <PromisedTable promised={data} caption={`What is promised to ${name}`} />}
    </Section>
  );
}
