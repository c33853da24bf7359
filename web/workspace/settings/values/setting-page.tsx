import { useParams } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { ownStep, placeKey, placeQuery, usePlace } from './place.ts';
import { SettingForm } from './setting-form.tsx';

/** One setting at one place: what is in force, where it comes from, whom a change reaches. */
export default function SettingPage() {
  const { key } = useParams({ from: '/workspace/settings/values/$key' });
  const { place, name, choices, choose } = usePlace();
  const { data, error, refetch } = useGet('GET /settings', { query: placeQuery(place) });
  const setting = data?.items.find((one) => one.key === key);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data && !setting)
    return (
      <>
        <PageHead title="Setting" />
        <EmptyState title="There is no such setting" />
      </>
    );
  return (
    <>
      <PageHead title={setting?.title ?? 'Setting'} />
      <div className="f-place-bar">
        <Select
          aria-label="For whom"
          data={choices}
          value={placeKey(place)}
          onChange={(next) => next && choose(next)}
          allowDeselect={false}
          searchable
          w={260}
        />
        {setting && <span className="f-dim">{setting.help}</span>}
      </div>
      {setting ? (
        <SettingForm
          key={`${key} ${placeKey(place)} ${ownStep(setting, place) === null}`}
          setting={setting}
          place={place}
          placeName={name}
        />
      ) : (
        <PageBody>
          <SkeletonLines lines={8} />
        </PageBody>
      )}
    </>
  );
}
