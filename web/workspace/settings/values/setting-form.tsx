import { useState } from 'react';
import type { SettingView } from '#shared/settings.ts';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { Chain } from './chain.tsx';
import { editorFor } from './editors/index.ts';
import type { Place } from './place.ts';
import { Reach } from './reach.tsx';
import { SettingPart } from './setting-part.tsx';

type Props = { setting: SettingView; place: Place; placeName: string };

/** One setting at a place, beside it what it does, where it comes from and whom a change reaches. */
export function SettingForm({ setting, place, placeName }: Props) {
  const [shown, setShown] = useState({ value: setting.value, changed: false });
  const { Preview } = editorFor(setting.key);
  return (
    <PageBody
      aside={
        <>
          {Preview && (
            <Section title="Try it" help={shown.changed ? 'With your changes, before they are saved.' : undefined}>
              <Preview value={shown.value as never} />
            </Section>
          )}
          <Section title="Where it comes from">
            <Chain setting={setting} />
          </Section>
          <Reach settingKey={setting.key} place={place} />
        </>
      }
    >
      <SettingPart
        setting={setting}
        place={place}
        placeName={placeName}
        title={`For ${placeName.toLowerCase() === 'everybody' ? 'everybody' : placeName}`}
        onShown={setShown}
      />
    </PageBody>
  );
}
