import { Button } from '@mantine/core';
import type { PathView } from '#shared/escalation.ts';
import { call } from '#web/api/client.ts';
import { NumberField, TextField } from '#web/ui/form/fields.tsx';
import { moved, put, without } from '#web/ui/form/order.ts';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';
import { LevelFields, type LevelValues } from './level-fields.tsx';
import { targetKey, targetOf } from './words.ts';
import './on-call.css';

type Values = { name: string; levels: LevelValues[]; repeatTimes: number | null; repeatEveryMinutes: number | null };
const NEW: Values = { name: '', levels: [{ wait: 0, targets: [] }], repeatTimes: 2, repeatEveryMinutes: 15 };
const LABELS = {
  name: 'Name',
  levels: 'Levels',
  repeatTimes: 'Begin again',
  repeatEveryMinutes: 'After the last level wait',
} as const;
const TOUCHED = ['GET /escalation-paths', 'GET /on-call/schedules', 'GET /on-call/schedules/{id}'] as const;

/** Levels in the form wait from the level before; the server counts from the beginning. */
const valuesOf = ({ name, levels, repeatTimes, repeatEveryMinutes }: PathView): Values => ({
  name,
  levels: levels.map(({ afterMinutes, targets }, at) => ({
    wait: afterMinutes - (levels[at - 1]?.afterMinutes ?? 0),
    targets: targets.map(targetKey),
  })),
  repeatTimes,
  repeatEveryMinutes,
});

function levelsOf(levels: readonly LevelValues[]) {
  let afterMinutes = 0;
  return levels.map(({ wait, targets }, at) => {
    afterMinutes += at === 0 ? 0 : (wait ?? 0);
    return { afterMinutes, targets: targets.map(targetOf) };
  });
}

function levelsFault(levels: readonly LevelValues[]): string | null {
  if (levels.length === 0) return 'Add at least one level.';
  const empty = levels.findIndex(({ targets }) => targets.length === 0);
  if (empty >= 0) return `Choose whom level ${empty + 1} calls.`;
  const early = levels.findIndex(({ wait }, at) => at > 0 && !((wait ?? 0) >= 1));
  return early >= 0 ? `Let level ${early + 1} wait at least a minute.` : null;
}

/** An escalation path: whom each level calls, how long each has, and how often it begins again. */
export function PathForm({ path, onClose }: { path: PathView | null; onClose(): void }) {
  const form = useForm<Values>({
    values: path ? valuesOf(path) : NEW,
    version: path?.version ?? 0,
    rules: {
      name: needed('a name such as Network, day and night'),
      levels: levelsFault,
      repeatTimes: (times) => (times === null ? 'Enter how often, or 0.' : null),
      repeatEveryMinutes: (minutes) => (minutes === null ? 'Enter how many minutes.' : null),
    },
    draft: `path.${path?.id ?? 'new'}`,
    rename: (field) => (field.startsWith('levels') ? 'levels' : field),
    save: ({ values, version }) => {
      const { name, levels, repeatTimes, repeatEveryMinutes } = values;
      const body = {
        name,
        levels: levelsOf(levels),
        repeatTimes: repeatTimes ?? 0,
        repeatEveryMinutes: repeatEveryMinutes ?? 15,
      };
      return path
        ? send('PATCH /escalation-paths/{id}', { params: { id: path.id }, body: { version, ...body } }, TOUCHED)
        : send('POST /escalation-paths', { body }, TOUCHED);
    },
    latest: async () => {
      if (!path) return { values: NEW, version: 0 };
      const stored = await call('GET /escalation-paths/{id}', { params: { id: path.id } });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  const { levels } = form.values;
  const set = (next: LevelValues[]) => form.set('levels', next);
  return (
    <FormShell
      form={form}
      submit={path ? 'Save' : 'Create escalation path'}
      onCancel={onClose}
      labels={LABELS}
      show={(name, value) => (name === 'levels' ? `${(value as LevelValues[]).length} levels` : undefined)}
      more={
        path && (
          <DeleteButton
            what={`the escalation path “${path.name}”`}
            body="It cannot go while a team, a setting, a policy or an open page uses it. Pages that are over keep what they were."
            remove={() => send('DELETE /escalation-paths/{id}', { params: { id: path.id } }, TOUCHED)}
            onGone={onClose}
          />
        )
      }
    >
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <h3 className="f-form-part">Levels</h3>
      <ol className="f-layers">
        {levels.map((level, at) => (
          <LevelFields
            // biome-ignore lint/suspicious/noArrayIndexKey: levels have no identity but their place
            key={at}
            level={level}
            at={at}
            count={levels.length}
            onChange={(next) => set(put(levels, at, next))}
            onMove={(by) => set(moved(levels, at, by))}
            onRemove={() => set(without(levels, at))}
          />
        ))}
      </ol>
      <Button variant="default" className="f-start" onClick={() => set([...levels, { wait: 10, targets: [] }])}>
        Add a level
      </Button>
      {form.errors['levels'] && (
        <p className="f-form-fault" role="alert">
          {form.errors['levels']}
        </p>
      )}
      <h3 className="f-form-part">When nobody acknowledges</h3>
      <div className="f-form-pair">
        <NumberField
          form={form}
          name="repeatEveryMinutes"
          label={LABELS.repeatEveryMinutes}
          description="Minutes"
          min={1}
          max={10_080}
        />
        <NumberField
          form={form}
          name="repeatTimes"
          label={LABELS.repeatTimes}
          description="Times; then leads and owners are told"
          min={0}
          max={20}
        />
      </div>
    </FormShell>
  );
}
