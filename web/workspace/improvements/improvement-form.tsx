import { useState } from 'react';
import type { CreateImprovement, ImprovementScope, ImprovementView } from '#shared/improvement.ts';
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

/** What is measured, by what a new one begins with. */
const BEGINS: Readonly<Record<string, MeasureKey>> = { wait: 'step_wait_hours', service: 'service_availability' };

function valuesOf(improvement: ImprovementView | null, begin: URLSearchParams): Values {
  const scope = improvement?.scope ?? {
    ...{ streamId: begin.get('stream'), step: begin.get('step'), cause: begin.get('cause') as WaitCause | null },
    ...{ teamId: begin.get('team'), categoryId: begin.get('category'), serviceId: begin.get('service') },
  };
  return {
    ...{ title: improvement?.title ?? '', idea: improvement?.idea ?? '', ownerId: improvement?.owner?.id ?? null },
    clientId: improvement ? (improvement.client?.id ?? null) : begin.get('new') === 'idea' ? null : begin.get('client'),
    measure: improvement ? (improvement.measure ?? HAND) : (BEGINS[begin.get('new') ?? ''] ?? HAND),
    ...{ unit: improvement?.unit ?? '', better: improvement?.better ?? 'less' },
    ...{ streamId: scope.streamId ?? null, step: scope.step ?? null, cause: scope.cause ?? null },
    ...{ teamId: scope.teamId ?? null, categoryId: scope.categoryId ?? null, serviceId: scope.serviceId ?? null },
    ...{ target: improvement?.target ?? null, targetOn: improvement?.targetOn ?? '' },
    measureOn: improvement?.measureOn ?? '',
  };
}

/** What the scope of a measure can hold beside the client. */
const SCOPES: Readonly<Record<string, readonly (keyof ImprovementScope)[]>> = {
  step_wait_hours: ['streamId', 'step', 'cause', 'teamId', 'categoryId'],
  flow_efficiency: ['streamId', 'teamId', 'categoryId'],
  service_availability: ['serviceId'],
  [HAND]: [],
};
const OF_TICKETS = ['teamId', 'categoryId', 'serviceId'] as const;
const scopesOf = (measure: string | null): readonly (keyof ImprovementScope)[] => SCOPES[measure ?? HAND] ?? OF_TICKETS;

function bodyOf(values: Values, isNew: boolean): Omit<CreateImprovement, 'clientId'> {
  const { title, idea, ownerId, unit, target, targetOn, measureOn, measure } = values;
  const scope = scopesOf(measure).flatMap((name) => (values[name] ? [[name, values[name]]] : []));
  return {
    ...{ title, idea, unit, target, targetOn: targetOn || null, measureOn: measureOn || null },
    ...(isNew && ownerId === null ? {} : { ownerId }),
    measure: measure === HAND ? null : (measure as MeasureKey),
    ...(measure === HAND ? { better: values.better as 'less' | 'more' } : {}),
    scope: Object.fromEntries(scope) as ImprovementScope,
  };
}

/** Where one that begins with something came from, and what it changes. */
function fromWhere(begin: URLSearchParams, { measure, streamId, step }: Values): Partial<CreateImprovement> {
  const [ticket, service] = [begin.get('ticket'), begin.get('service')];
  if (ticket) return { source: { kind: 'ticket', id: ticket }, links: [{ kind: 'ticket', id: ticket }] };
  if (service) return { source: { kind: 'service', id: service }, links: [{ kind: 'service', id: service }] };
  return measure === 'step_wait_hours' && streamId ? { source: { kind: 'stream', id: streamId, step } } : {};
}

type Props = {
  improvement: ImprovementView | null;
  /** What a new one begins with, as an address says it: a wait in a step with its filters and period, a service, or a ticket. */
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
      const body = { ...bodyOf(values, true), ...fromWhere(began, values), clientId: values.clientId };
      const { id } = await send('POST /improvements', { body }, ['GET /improvements', 'GET /improvements/about']);
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
  const shown = new Set(scopesOf(measure));
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
          {shown.has('streamId') && (
            <PickField form={form} name="streamId" label={LABELS.streamId} data={named(streams)} required />
          )}
          {shown.has('step') && (
            <>
              <PickField
                form={form}
                name="step"
                label={LABELS.step}
                data={steps.map(({ key, name }) => ({ value: key, label: name }))}
                required
              />
              <PickField form={form} name="cause" label={LABELS.cause} data={CAUSES} clearable placeholder="Whatever" />
            </>
          )}
          {shown.has('teamId') && <PickField form={form} name="teamId" label={LABELS.teamId} data={teams} clearable />}
          {shown.has('categoryId') && (
            <PickField form={form} name="categoryId" label={LABELS.categoryId} data={categories} clearable />
          )}
          {shown.has('serviceId') &&
            (measure === 'service_availability' ? (
              <PickField form={form} name="serviceId" label="Service" data={services} required />
            ) : (
              <PickField form={form} name="serviceId" label={LABELS.serviceId} data={services} clearable />
            ))}
        </>
      )}
      <NumberField form={form} name="target" label={LABELS.target} allowDecimal />
      <TextField form={form} name="targetOn" label={LABELS.targetOn} type="date" />
      <TextField form={form} name="measureOn" label={LABELS.measureOn} type="date" />
    </FormShell>
  );
}
