import { Button } from '@mantine/core';
import { useDo, useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part } from '#web/ui/load/part.tsx';
import { useNow } from '#web/ui/marks/now.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Say, t } from './words/t.ts';

const loadChoose = () => import('./choose-stand-in.tsx').then(({ ChooseStandIn }) => ChooseStandIn);
const CHANGED = ['GET /portal/delegations'] as const;

/** Who decides in one's place while one is away. */
export function StandIn() {
  const { data } = useGet('GET /portal/delegations', {});
  const end = useDo('DELETE /portal/delegations/{delegationId}', { failed: t('standIn.notEnded'), refresh: CHANGED });
  const now = useNow();
  if (!data) return null;
  return (
    <section aria-label={t('standIn.title')} className="f-quote">
      <h2>{t('standIn.title')}</h2>
      {data.items.map(({ id, to, fromAt, untilAt, reason }) => (
        <p key={id}>
          {Date.parse(fromAt) > now ? (
            <Say
              it="standIn.fromUntil"
              name={<bdi>{to.name}</bdi>}
              from={<TimeAgo at={fromAt} long />}
              when={<TimeAgo at={untilAt} long />}
            />
          ) : (
            <Say it="standIn.until" name={<bdi>{to.name}</bdi>} when={<TimeAgo at={untilAt} long />} />
          )}{' '}
          {reason && <q>{reason}</q>}{' '}
          <Button
            variant="default"
            size="compact-sm"
            loading={end.isPending}
            onClick={() => end.mutate({ params: { delegationId: id } })}
          >
            {t('standIn.end')}
          </Button>
        </p>
      ))}
      <Part load={loadChoose} waiting={<SkeletonLines lines={3} />}>
        {(ChooseStandIn) => <ChooseStandIn another={data.items.length > 0} />}
      </Part>
    </section>
  );
}
