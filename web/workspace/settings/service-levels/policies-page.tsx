import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PolicyView } from '#shared/policy.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { IconSearch } from '#web/ui/icons.ts';
import { fits } from '#web/ui/picker/picker.tsx';
import { useCommands } from '../../palette/commands.ts';
import { useCan } from '../../session/me.ts';
import { NewPolicy } from './new-policy.tsx';
import { FaultNote, StateMarks, StateWords } from './state.tsx';
import { placeWords } from './words.ts';
import './service-levels.css';

/** A list shorter than this is read faster than searched. */
const WORTH_SEARCHING = 10;
const LEVELS = [
  { level: 'provider', title: 'For everybody' },
  { level: 'group', title: 'Groups of clients' },
  { level: 'client', title: 'Clients' },
] as const;

/** What is promised, by policies: the provider's, those of groups, those of clients. */
export default function PoliciesPage() {
  const can = useCan();
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const { data, error, refetch } = useGet('GET /service-levels/policies', {});
  const mayAdd = can('settings.manage');
  useCommands(mayAdd ? [{ label: 'New policy', group: 'Do', run: () => setOpen(true) }] : []);
  const add = mayAdd && <Button onClick={() => setOpen(true)}>New policy</Button>;
  const found = data?.items.filter((policy) => fits(`${policy.name} ${placeWords(policy)}`, sought));
  return (
    <>
      <PageHead title="Policies" actions={add} narrow />
      <PageBody narrow>
        <p className="f-plain f-dim">
          What is promised, and by which hours. A client’s policy is asked first, then its group’s, then the one for
          everybody; what none of them says is as Fettle comes with it.
        </p>
        {(data?.items.length ?? 0) >= WORTH_SEARCHING && (
          <SearchField label="Search policies" text={sought} onChange={setSought} />
        )}
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="No policies yet" action={add}>
            Until there is one, what Fettle comes with holds: a first response and a resolution for incidents and
            requests. A policy changes any part of it, for everybody, a group or one client.
          </EmptyState>
        )}
        {sought !== '' && found?.length === 0 && (
          <EmptyState icon={IconSearch} title="Nothing fits">
            Try fewer letters.
          </EmptyState>
        )}
        {LEVELS.map(({ level, title }) => {
          const policies = found?.filter((policy) => policy.level === level) ?? [];
          if (policies.length === 0) return null;
          return (
            <Section key={level} title={title}>
              <ul className="f-policies">
                {policies.map((policy) => (
                  <PolicyLine key={policy.id} policy={policy} />
                ))}
              </ul>
            </Section>
          );
        })}
      </PageBody>
      <Dialog title="New policy" opened={open} onClose={() => setOpen(false)}>
        {open && <NewPolicy onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function PolicyLine({ policy }: { policy: PolicyView }) {
  return (
    <li>
      <div className="f-policy-name">
        <Link to="/settings/policies/$id" params={{ id: policy.id }}>
          <bdi>{policy.name}</bdi>
        </Link>
        {policy.level !== 'provider' && <bdi className="f-dim">{placeWords(policy)}</bdi>}
        <StateMarks policy={policy} />
      </div>
      <div className="f-dim">
        <StateWords policy={policy} />
      </div>
      <FaultNote policy={policy} />
    </li>
  );
}
