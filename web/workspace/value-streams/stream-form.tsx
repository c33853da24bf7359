import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StreamSimulation, StreamTermsShape, ValueStreamView } from '#shared/value-stream.ts';
import { TICKET_KINDS } from '#shared/vocabulary.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { ManyField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { inWords, useCategories, useClients, useServices } from '../desk/names.ts';
import { send } from '../session/send.ts';
import { StepsFields } from './steps-fields.tsx';
import '../settings/library/library.css';

type Step = StreamTermsShape['steps'][number];
type Values = {
  name: string;
  demand: string;
  kinds: readonly string[];
  categoryIds: readonly string[];
  serviceIds: readonly string[];
  catalogueItemIds: readonly string[];
  clientIds: readonly string[];
  steps: readonly Step[];
};

const LABELS = {
  name: 'Name',
  demand: 'What starts it',
  kinds: 'Kinds of tickets',
  categoryIds: 'Only of these categories',
  serviceIds: 'Only of these services',
  catalogueItemIds: 'Only of these items of the catalogue',
  clientIds: 'Only of these clients',
  steps: 'Steps',
} as const;
const KINDS = TICKET_KINDS.map((value) => ({ value, label: inWords(value) }));

export const NEW_STEP: Omit<Step, 'key'> = {
  ...{ name: '', activity: 'deliver_and_support', idle: false },
  rule: { statuses: [], categories: [], teamIds: [], assigned: null },
};

function valuesOf(stream: ValueStreamView | null): Values {
  const terms = stream?.draft ?? stream?.terms;
  const nothing = { kinds: [], categoryIds: [], serviceIds: [], catalogueItemIds: [], clientIds: [] };
  return {
    ...{ name: stream?.name ?? '', demand: terms?.demand ?? '' },
    ...(terms?.work ?? nothing),
    steps: terms?.steps ?? [{ ...NEW_STEP, key: 'begin', name: 'Begin' }],
  };
}

const termsOf = ({ name: _, demand, steps, ...work }: Values): StreamTermsShape => ({
  demand: demand.trim(),
  work: work as never,
  steps: [...steps],
});

/** A stream: which work is meant, and its steps; tried on what was before it is kept. */
export function StreamForm({ stream, onClose }: { stream: ValueStreamView | null; onClose(): void }) {
  const [simulated, setSimulated] = useState<StreamSimulation | null>(null);
  const items = useGet('GET /catalogue-items', {}).data?.items ?? [];
  const form = useForm<Values>({
    values: valuesOf(stream),
    version: stream?.version ?? 0,
    rules: { name: needed('a name such as Onboard a person') },
    draft: `value-stream.${stream?.id ?? 'new'}`,
    parts: ['steps'],
    rename: (path) => path.replace(/^terms\.(work\.)?/, ''),
    save: ({ values, version }) => {
      const body = { name: values.name, terms: termsOf(values) };
      return stream
        ? send('PATCH /value-streams/{id}', { params: { id: stream.id }, body: { version, ...body } }, [
            'GET /value-streams',
          ])
        : send('POST /value-streams', { body }, ['GET /value-streams']);
    },
    latest: async () => {
      const stored = stream && (await call('GET /value-streams/{id}', { params: { id: stream.id } }));
      return { values: valuesOf(stored), version: stored?.version ?? 0 };
    },
    onSaved: onClose,
  });
  const tryOut = () =>
    form.attempt(async (values) =>
      setSimulated(await call('POST /value-streams/simulate', { body: { terms: termsOf(values) } })),
    );
  const faults = Object.entries(form.errors).filter(([path]) => path.startsWith('steps.'));
  return (
    <FormShell
      form={form}
      submit="Keep as a draft"
      onCancel={onClose}
      labels={LABELS}
      more={
        <Button variant="default" loading={form.attempting} onClick={() => void tryOut()}>
          Try it on the last 90 days
        </Button>
      }
    >
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <TextField form={form} name="demand" label={LABELS.demand} maxLength={500} />
      <ManyField form={form} name="kinds" label={LABELS.kinds} data={KINDS} />
      <ManyField
        form={form}
        name="categoryIds"
        label={LABELS.categoryIds}
        description="With those below them; none: all"
        data={useCategories().map(({ id, path }) => ({ value: id, label: path }))}
      />
      <ManyField form={form} name="serviceIds" label={LABELS.serviceIds} data={named(useServices())} />
      <ManyField form={form} name="catalogueItemIds" label={LABELS.catalogueItemIds} data={named(items)} />
      <ManyField form={form} name="clientIds" label={LABELS.clientIds} data={named(useClients())} />
      <StepsFields kinds={form.values.kinds} steps={form.values.steps} onChange={(steps) => form.set('steps', steps)} />
      {faults.length > 0 && (
        <ul role="alert">
          {faults.map(([path, message]) => (
            <li key={path}>
              Step {Number(path.split('.')[1]) + 1} {message}
            </li>
          ))}
        </ul>
      )}
      {simulated && (
        <section aria-label="How it would be seen" aria-live="polite">
          <p className="f-plain">
            Of {simulated.judged.toLocaleString('en')} tickets that ended, {simulated.tickets.toLocaleString('en')} are
            its work. {simulated.sentence}
          </p>
        </section>
      )}
    </FormShell>
  );
}
