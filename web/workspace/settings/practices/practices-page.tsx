import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PracticeView } from '#shared/adoption.ts';
import { PRACTICES } from '#shared/adoption-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan, useMe } from '../../session/me.ts';
import './practices.css';

const STEPS = [
  [1, 'First', 'What every desk has use for. Incidents are always there.'],
  [2, 'Next', 'Once the first runs: fewer incidents, because their causes and answers are kept.'],
  [3, 'Then', 'For days when much is down at once.'],
] as const;

/** Which practices the firm has taken up, step by step. */
export default function PracticesPage() {
  const { data, error, refetch } = useGet('GET /practices', {});
  const { data: lately } = useGet('GET /practice-uses', {});
  return (
    <>
      <PageHead title="Practices" narrow />
      <PageBody narrow>
        <p className="f-plain f-dim">
          Switch on what you want to work by. What is off is hidden from the workspace, not forbidden: nothing that was
          made with it is lost.
        </p>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data &&
          STEPS.map(([step, title, help]) => (
            <Section key={step} title={title} help={help}>
              <ul className="f-practices">
                {data.items
                  .filter(({ key }) => PRACTICES[key].step === step)
                  .map((one) => (
                    <Practice
                      key={one.key}
                      practice={one}
                      used={lately?.uses.find(({ key }) => key === one.key)?.count}
                    />
                  ))}
              </ul>
            </Section>
          ))}
      </PageBody>
    </>
  );
}

function Practice({ practice: { key, on }, used }: { practice: PracticeView; used: number | undefined }) {
  const { allClients } = useMe();
  const may = useCan()('settings.manage') && allClients;
  const { name, why, asks, guide } = PRACTICES[key];
  const flip = useDo('PUT /practices/{key}', {
    failed: 'Not changed',
    refresh: ['GET /practices'],
    onDone: (_, { body }) => toast.done(body?.on ? `${name} are in use` : `${name} are hidden`),
  });
  return (
    <li>
      <Switch
        label={name}
        description={why}
        checked={flip.isPending ? flip.variables.body.on : on}
        disabled={!may || flip.isPending}
        onChange={(event) => flip.mutate({ params: { key }, body: { on: event.currentTarget.checked } })}
      />
      <p className="f-plain f-dim">
        What it asks: {asks}{' '}
        <Link to="/guide/$topic" params={{ topic: guide }}>
          Guide
        </Link>
        {used !== undefined && (used === 0 ? ' · not used in the last 90 days' : ` · ${used} in the last 90 days`)}
      </p>
    </li>
  );
}
