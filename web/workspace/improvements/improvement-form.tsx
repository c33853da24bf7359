import { useState } from 'react';
import type { CreateImprovement, ImprovementView } from '#shared/improvement.ts';
import { MEASURE_KEYS, MEASURES, type MeasureKey } from '#shared/improvement-words.ts';
import { WAIT_CAUSE_KEYS, WAIT_NAMES, type WaitCause } from '#shared/value-stream-words.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, NumberField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useCategories, useClients, useServices, useStaff, useTeams } from '../desk/names.ts';
import { send } from '../session/send.ts';

type Values = {
  title: string;
  idea: string;
  clientId: string | null;
  ownerId: string | null;
  measure: string | null;
  unit: string;
  better: string | null;
  streamId: string | null;
  step: string | null;
  cause: string | null;
  teamId: string | null;
  categoryId: string | null;
  serviceId: string | null;
  target: number | null;
  targetOn: string;
  measureOn: string;
};
const LABELS = {
  title: 'What is to become better',
  idea: 'What is the matter, and what may help',
  clientId: 'For one client',
  ownerId: 'Owner',
  measure: 'Measured by',
  unit: 'Unit',
  better: 'Better is',
  streamId: 'Value stream',
  step: 'Step',
  cause: 'Waiting for',
  teamId: 'Only this team',
  categoryId: 'Only this category',
  serviceId: 'Only this service',
  target: 'Target',
  targetOn: 'By',
  measureOn: 'Measure again on',
} as const;
const HAND = 'hand';
const MEASURE_CHOICES = [
  ...MEASURE_KEYS.map((value) => ({ value: value as string, label: MEASURES[value].name })),
  { value: HAND, label: 'Figures entered by hand' },
];
const BETTER = [
  { value: 'less', label: 'Less' },
  { value: 'more', label: 'More' },
];
const CAUSES = WAIT_CAUSE_KEYS.map((value) => ({ value: value as string, label: WAIT_NAMES[value] }));

function valuesOf(improvement: ImprovementView | null, begin: URLSearchParams): Values {
  const scope = improvement?.scope ?? {
    ...{ streamId: begin.get('stream'), step: begin.get('step'), cause: begin.get('cause') as WaitCause | null },
    ...{ teamId: begin.get('team'), categoryId: begin.get('category') },
  };
  return {
    ...{ title: improvement?.title ?? '', idea: improvement?.idea ?? '', ownerId: improvement?.owner?.id ?? null },
    clientId: improvement ? (improvement.client?.id ?? null) : begin.get('new') === 'wait' ? begin.get('client') : null,
    measure: improvement ? (improvement.measure ?? HAND) : begin.get('new') === 'wait' ? 'step_wait_hours' : HAND,
    ...{ unit: improvement?.unit ?? '', better: improvement?.better ?? 'less' },
    ...{ streamId: scope.streamId ?? null, step: scope.step ?? null, cause: scope.cause ?? null },
    ...{ teamId: scope.teamId ?? null, categoryId: scope.categoryId ?? null, serviceId: scope.serviceId ?? null },
    ...{ target: improvement?.target ?? null, targetOn: improvement?.targetOn ?? '' },
    measureOn: improvement?.measureOn ?? '',
  };
}

function bodyOf(values: Values, isNew: boolean): Omit<CreateImprovement, 'clientId'> {
  const { title, idea, ownerId, unit, target, targetOn, measureOn, measure, streamId, step, cause } = values;
  const waits = measure === 'step_wait_hours';
  return {
    ...{ title, idea, unit, target, targetOn: targetOn || null, measureOn: measureOn || null },
    ...(isNew && ownerId === null ? {} : { ownerId }),
    measure: measure === HAND ? null : (measure as MeasureKey),
    ...(measure === HAND ? { better: values.better as 'less' | 'more' } : {}),
    scope: {
      ...(waits && streamId ? { streamId } : {}),
      ...(waits && step ? { step } : {}),
      ...(waits && cause ? { cause: cause as WaitCause } : {}),
      ...(values.teamId ? { teamId: values.teamId } : {}),
      ...(values.categoryId ? { categoryId: values.categoryId } : {}),
      ...(values.serviceId && !waits ? { serviceId: values.serviceId } : {}),
    },
    ...(isNew && waits && streamId ? { source: { kind: 'stream' as const, id: streamId, step } } : {}),
  };
}

type Props = {
  improvement: ImprovementView | null;
  /** What the address says a new one begins with: a wait in a step, its filters and its period. */
  begin: URLSearchParams;
  onClose(): void;
  onMade?(id: string): void;
};

/** What an entry says. One that begins with a wait takes its baseline at once, from the period that was looked at. */
export function ImprovementForm({ improvement, begin, onClose, onMade }: Props) {
  const streams = useGet('GET /value-streams', {}).data?.items ?? [];
  const [began] = useState(begin);
  const form = useForm<Values>({
    values: valuesOf(improvement, began),
    version: improvement?.version ?? 0,
    rules: { title: needed('what is to become better, such as Shorter queue') },
    rename: (path) => path.replace(/^scope\./, ''),
    save: async ({ values, version }) => {
      if (improvement) {
        const { scope, measure, better, ...rest } = bodyOf(values, false);
        const body = improvement.baseline === null ? { ...rest, scope, measure, ...(better ? { better } : {}) } : rest;
        return send(
          'PATCH /improvements/{id}',
          { params: { id: improvement.id }, body: { version, ...body } as never },
          ['GET /improvements', 'GET /improvements/{id}'],
        );
      }
      const body = { ...bodyOf(values, true), clientId: values.clientId };
      const { id } = await send('POST /improvements', { body }, ['GET /improvements']);
      const [from, to] = [began.get('from'), began.get('to')];
      if (values.measure === 'step_wait_hours' && from && to)
        await send('POST /improvements/{id}/baseline', { params: { id }, body: { version: 1, from, to } }, [
          'GET /improvements',
        ]);
      return onMade?.(id);
    },
    latest: async () => {
      const stored = improvement && (await call('GET /improvements/{id}', { params: { id: improvement.id } }));
      return { values: valuesOf(stored, began), version: stored?.version ?? 0 };
    },
    onSaved: () => improvement && onClose(),
  });
  const { measure, streamId } = form.values;
  const steps = streams.find(({ id }) => id === streamId)?.terms?.steps ?? [];
  const fixed = improvement?.baseline != null;
  const teams = named(useTeams());
  const categories = useCategories().map(({ id, path }) => ({ value: id, label: path }));
  const services = named(useServices());
  const clients = named(useClients());
  const staff = named(useStaff());
  return (
    <FormShell form={form} submit={improvement ? 'Save' : 'Write it down'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="title" label={LABELS.title} required data-autofocus />
      <AreaField form={form} name="idea" label={LABELS.idea} autosize minRows={2} maxRows={10} maxLength={10_000} />
      {!improvement && <PickField form={form} name="clientId" label={LABELS.clientId} data={clients} clearable />}
      <PickField form={form} name="ownerId" label={LABELS.ownerId} data={staff} clearable />
      {fixed ? (
        <p className="f-plain f-dim">What is measured stays as it is: the baseline was taken with it.</p>
      ) : (
        <>
          <PickField form={form} name="measure" label={LABELS.measure} data={MEASURE_CHOICES} />
          {measure === HAND && (
            <>
              <TextField form={form} name="unit" label={LABELS.unit} maxLength={40} />
              <PickField form={form} name="better" label={LABELS.better} data={BETTER} />
            </>
          )}
          {measure === 'step_wait_hours' && (
            <>
              <PickField form={form} name="streamId" label={LABELS.streamId} data={named(streams)} />
              <PickField
                form={form}
                name="step"
                label={LABELS.step}
                data={steps.map(({ key, name }) => ({ value: key, label: name }))}
              />
              <PickField form={form} name="cause" label={LABELS.cause} data={CAUSES} clearable placeholder="Whatever" />
            </>
          )}
          {measure !== HAND && (
            <>
              <PickField form={form} name="teamId" label={LABELS.teamId} data={teams} clearable />
              <PickField form={form} name="categoryId" label={LABELS.categoryId} data={categories} clearable />
              {measure !== 'step_wait_hours' && (
                <PickField form={form} name="serviceId" label={LABELS.serviceId} data={services} clearable />
              )}
            </>
          )}
        </>
      )}
      <NumberField form={form} name="target" label={LABELS.target} allowDecimal />
      <TextField form={form} name="targetOn" label={LABELS.targetOn} type="date" />
      <TextField form={form} name="measureOn" label={LABELS.measureOn} type="date" />
    </FormShell>
  );
}
