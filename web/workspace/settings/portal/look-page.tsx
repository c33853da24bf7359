import { useCallback, useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { PortalAddress } from '../../clients/client/portal-address.tsx';
import { useMe } from '../../session/me.ts';
import { ownStep, placeKey, placeQuery, usePlace } from '../values/place.ts';
import { SettingPart, type Shown } from '../values/setting-part.tsx';
import { sourceName } from '../values/source.ts';
import { WordsLink } from '../words/words-link.tsx';
import { lookOf } from './look.ts';
import { LOOK_PARTS } from './parts.ts';
import { LivePreview } from './preview.tsx';
import './portal.css';

/** How the portal looks for everybody, a group or a client: all of it on one page, seen while it is changed. */
export default function LookPage() {
  const { place, name, choices, choose } = usePlace();
  const { mspName } = useMe();
  const { data, error, refetch } = useGet('GET /settings', { query: placeQuery(place) });
  const [shown, setShown] = useState<Readonly<Record<string, Shown>>>({});
  const tell = useCallback((key: string, one: Shown) => setShown((now) => ({ ...now, [key]: one })), []);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const here = placeKey(place);
  const settings = LOOK_PARTS.flatMap(({ key, title }) => {
    const setting = data?.items.find((one) => one.key === key);
    return setting ? [{ setting, title, at: `${here} ${key}` }] : [];
  });
  const saidOf = (key: string) => shown[`${here} ${key}`]?.value ?? data?.items.find((one) => one.key === key)?.value;
  const changed = settings.some(({ at }) => shown[at]?.changed);
  return (
    <>
      <PageHead title="Portal" />
      <div className="f-place-bar">
        <Select
          aria-label="For whom"
          data={choices}
          value={here}
          onChange={(next) => next && choose(next)}
          allowDeselect={false}
          searchable
          w={260}
        />
        <span className="f-dim">
          How the portal looks to clients’ people; what is set nowhere nearer comes from above.
        </span>
        <WordsLink kind="portal" />
      </div>
      <PageBody
        aside={
          <div className="f-look-beside">
            <Section
              title="As its people see it"
              help={changed ? 'With your changes, before they are saved.' : undefined}
            >
              {data ? <LivePreview look={lookOf(saidOf, mspName)} /> : <SkeletonLines lines={8} />}
            </Section>
          </div>
        }
      >
        {place.level === 'client' && place.id && <PortalAddress clientId={place.id} name={name} onLookPage />}
        {!data && <SkeletonLines lines={12} />}
        {settings.map(({ setting, title, at }) => (
          <SettingPart
            key={`${at} ${ownStep(setting, place) === null}`}
            setting={setting}
            place={place}
            placeName={name}
            title={title}
            help={`${setting.help} Comes from: ${sourceName(setting.source)}.`}
            onShown={(one) => tell(at, one)}
          />
        ))}
      </PageBody>
    </>
  );
}
