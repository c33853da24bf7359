import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { SettingView } from '#shared/settings.ts';
import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { Chain } from './chain.tsx';
import { editorFor } from './editors/index.ts';
import { ownStep, type Place, placeOf, placeQuery } from './place.ts';
import { Reach } from './reach.tsx';

const TOUCHED = ['GET /settings', 'GET /settings/{key}/affected'] as const;
type Props = { setting: SettingView; place: Place; placeName: string };

/**
 * How every setting is changed: read-only while it is inherited, editable once overridden here, and taken back by
 * "reset". What a value looks like is its editor's own business.
 */
export function SettingForm({ setting, place, placeName }: Props) {
  const { key, levels } = setting;
  const own = ownStep(setting, place);
  const [overriding, setOverriding] = useState(false);
  const can = useCan();
  const form = useForm({
    values: { value: setting.value },
    version: own?.version ?? 0,
    draft: `setting.${key}.${place.level}.${place.id ?? ''}`,
    save: ({ values, version }) =>
      send(
        'PUT /settings/{key}',
        { params: { key }, body: { ...placeOf(place), value: values.value, version } },
        TOUCHED,
      ),
    latest: async () => {
      const { items } = await call('GET /settings', { query: placeQuery(place) });
      const stored = items.find((one) => one.key === key) ?? setting;
      return { values: { value: stored.value }, version: ownStep(stored, place)?.version ?? 0 };
    },
    onSaved: () => toast.done(`Saved for ${placeName}`),
  });
  const reset = async () => {
    const before = own;
    if (!before) return;
    const back = () =>
      send(
        'PUT /settings/{key}',
        { params: { key }, body: { ...placeOf(place), value: before.value, version: 0 } },
        TOUCHED,
      );
    try {
      await send(
        'DELETE /settings/{key}',
        { params: { key }, query: { ...placeOf(place), version: before.version ?? 0 } },
        TOUCHED,
      );
      toast.done(`${placeName} inherits again`, {
        undo: () => back().catch((error: unknown) => toast.fault(error, 'Not undone')),
      });
    } catch (error) {
      toast.fault(error, 'Not reset');
    }
  };
  const cancel = () => {
    form.reset();
    setOverriding(false);
  };
  const mayEdit = can('settings.manage') && levels.includes(place.level);
  const editing = mayEdit && (own !== null || overriding || form.dirty);
  const { Editor, Preview } = editorFor(key);
  const value = form.values.value;
  return (
    <PageBody
      aside={
        <>
          {Preview && (
            <Section
              title="Try it"
              help={editing && form.dirty ? 'With your changes, before they are saved.' : undefined}
            >
              <Preview value={value} />
            </Section>
          )}
          <Section title="Where it comes from">
            <Chain setting={setting} />
          </Section>
          <Reach settingKey={key} place={place} />
        </>
      }
    >
      <Section
        title={`For ${placeName.toLowerCase() === 'everybody' ? 'everybody' : placeName}`}
        actions={
          own ? (
            <>
              <Badge>{place.level === 'provider' ? 'Changed from the default' : 'Own value'}</Badge>
              {mayEdit && (
                <Button variant="default" size="compact-sm" onClick={() => void reset()}>
                  {place.level === 'provider' ? 'Reset to the default' : 'Reset to inherited'}
                </Button>
              )}
            </>
          ) : (
            <>
              <Badge color="gray">{place.level === 'provider' ? 'Default' : 'Inherited'}</Badge>
              {mayEdit && !editing && (
                <Button size="compact-sm" onClick={() => setOverriding(true)}>
                  {place.level === 'provider' ? 'Change' : 'Override'}
                </Button>
              )}
            </>
          )
        }
      >
        {!levels.includes(place.level) && <p className="f-plain f-dim">This is set for: {levels.join(', ')}.</p>}
        {editing ? (
          <FormShell form={form} submit="Save" {...(own ? {} : { onCancel: cancel })}>
            <Editor
              schema={setting.schema}
              value={value}
              readOnly={false}
              onChange={(next) => form.set('value', next)}
            />
            {form.errors['value'] && (
              <p className="f-form-fault" role="alert">
                {form.errors['value']}
              </p>
            )}
          </FormShell>
        ) : (
          <Editor schema={setting.schema} value={value} readOnly onChange={() => {}} />
        )}
      </Section>
    </PageBody>
  );
}
