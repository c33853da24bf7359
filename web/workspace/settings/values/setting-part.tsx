import { Badge, Button } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { SettingView } from '#shared/settings.ts';
import type { SimulationDraft } from '#shared/simulation.ts';
import { call } from '#web/api/client.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { SimulateButton } from '../simulations/simulate-button.tsx';
import { editorFor } from './editors/index.ts';
import { ownStep, type Place, placeOf, placeQuery } from './place.ts';
import { TOUCHED } from './touched.ts';

/** Settings that decide what would have been kept: how each is drafted. */
const SIMULATED: Readonly<Record<string, (place: Place, value: unknown) => SimulationDraft>> = {
  'sla.hours': (place, value) => ({ hours: [{ ...placeQuery(place), value: value as Hours }] }),
  'ticket.priority': (place, value) => ({ priorities: [{ ...placeQuery(place), value: value as Priorities }] }),
};
type Hours = NonNullable<SimulationDraft['hours']>[number]['value'];
type Priorities = NonNullable<SimulationDraft['priorities']>[number]['value'];
type Props = {
  setting: SettingView;
  place: Place;
  placeName: string;
  /** The heading of the section. */
  title: string;
  help?: ReactNode;
  /** Told what is seen: what is saved, or with what is being changed. */
  onShown?(shown: Shown): void;
};
/** A value as it is seen right now, and whether it was changed and not saved yet. */
export type Shown = { readonly value: unknown; readonly changed: boolean };

/**
 * How every setting is changed: read-only while it is inherited, editable once overridden here, and taken back by
 * "reset". What a value looks like is its editor's own business.
 */
export function SettingPart({ setting, place, placeName, title, help, onShown }: Props) {
  const { key, levels } = setting;
  const own = ownStep(setting, place);
  const [overriding, setOverriding] = useState(false);
  const [round, setRound] = useState(0);
  const can = useCan();
  const typed = useForm({
    values: { value: setting.value },
    version: own?.version ?? 0,
    draft: `setting.${key}.${place.level}.${place.id ?? ''}`,
    marks: 'value',
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
  // What an editor keeps for itself, such as a half-typed number, is given up with the rest.
  const anew = (begin: () => void) => () => {
    begin();
    setRound((now) => now + 1);
  };
  const form = { ...typed, reset: anew(typed.reset), takeTheirs: anew(typed.takeTheirs) };
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
      if (place.level !== 'client' && !(await mayReset(key, place))) return;
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
  const { Editor } = editorFor(key);
  const value = form.values.value;
  const draftOf = SIMULATED[key];
  const changed = editing && form.dirty;
  const tell = useEffectEvent((shown: Shown) => onShown?.(shown));
  useEffect(() => tell({ value, changed }), [value, changed]);
  return (
    <Section
      title={title}
      help={help}
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
        <FormShell
          form={form}
          submit="Save"
          more={draftOf && <SimulateButton form={form} draft={({ value: drafted }) => draftOf(place, drafted)} />}
          {...(own ? {} : { onCancel: cancel })}
          show={(_name, other) => <Editor schema={setting.schema} value={other} readOnly onChange={() => {}} />}
        >
          <Editor
            key={round}
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
  );
}

/** Asks before a value is given up that others than this one client live by. */
async function mayReset(key: string, place: Place): Promise<boolean> {
  const { total } = await call('GET /settings/{key}/affected', { params: { key }, query: placeOf(place) });
  const whom = total === 0 ? 'No client' : total === 1 ? 'One client' : `${total} clients`;
  const from = place.level === 'provider' ? 'Fettle’s own default' : 'what is set for everybody';
  return confirm({
    title: place.level === 'provider' ? 'Reset to the default?' : 'Reset to inherited?',
    body: `${whom} without a nearer value will go by ${from} at once.`,
    action: 'Reset',
    danger: true,
  });
}
