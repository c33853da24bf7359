import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part, preload } from '#web/ui/load/part.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';

const loadForm = () => import('./raise-form.tsx').then(({ RaiseForm }) => RaiseForm);
preload(loadForm);

/** Telling the service desk what is wrong; what may help is offered while one types. */
export default function PortalRaisePage() {
  const { data, error, refetch } = useGet('GET /portal/raise-options', {});
  return (
    <>
      <Title of={t('frame.raise')} />
      <div className="f-portal-head">
        <h1>{t('raise.title')}</h1>
      </div>
      {data ? (
        <Part load={loadForm} waiting={<SkeletonLines lines={8} />}>
          {(RaiseForm) => <RaiseForm options={data} />}
        </Part>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} whole />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </>
  );
}
