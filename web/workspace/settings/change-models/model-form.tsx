import type { ChangeModelView, CreateChangeModel } from '#shared/change.ts';
import { PLAN_NAMES, PLANS, type Plan } from '#shared/change-words.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { AreaField, ManyField, NumberField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { RichField } from '#web/ui/form/rich-field.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Select } from '#web/ui/form/select.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';

type Values = {
  name: string;
  description: string;
  requiredPlans: readonly string[];
  reason: string;
  minutes: number | null;
  outage: boolean;
  answers: Readonly<Record<string, string>>;
} & { readonly [plan in Plan]: string };

const LABELS = {
  name: 'Name',
  description: 'What it is for',
  requiredPlans: 'Plans that have to be written',
  reason: 'Why it is done',
  minutes: 'Takes, in minutes',
  outage: 'People are without it meanwhile',
  answers: 'Risk',
  ...PLAN_NAMES,
} as const;
const PLAN_CHOICES = PLANS.map((value) => ({ value, label: PLAN_NAMES[value] }));

function valuesOf(model: ChangeModelView | null): Values {
  const { template } = model ?? { template: null };
  return {
    ...{ name: model?.name ?? '', description: model?.description ?? '' },
    requiredPlans: model?.requiredPlans ?? ['implementation', 'backout'],
    ...{ reason: template?.reason ?? '', minutes: template?.minutes ?? 60, outage: template?.outage ?? false },
    answers: template?.answers ?? {},
    ...(Object.fromEntries(PLANS.map((plan) => [plan, template?.plans[plan] ?? ''])) as Record<Plan, string>),
  };
}

/** A template of standard changes, or what a model asks for. A new one is a template; its questions are those of the normal change. */
export function ModelForm({ model, onClose }: { model: ChangeModelView | null; onClose(): void }) {
  const { data } = useGet('GET /change-models', {});
  const normal = data?.items.find(({ key }) => key === 'normal');
  const questions = (model ?? normal)?.questions ?? [];
  const isTemplate = model === null || model.type === 'standard';
  const form = useForm<Values>({
    values: valuesOf(model),
    version: model?.version ?? 0,
    rules: { name: needed('a name such as Monthly patches') },
    draft: `change-model.${model?.id ?? 'new'}`,
    parts: ['answers'],
    rename: (path) => path.replace(/^template\.(plans\.)?/, ''),
    save: ({ values, version }) => {
      const body = bodyOf(values, isTemplate);
      return model
        ? send('PATCH /change-models/{id}', { params: { id: model.id }, body: { version, ...body } }, [
            'GET /change-models',
          ])
        : send(
            'POST /change-models',
            { body: { ...body, type: 'standard', lifecycle: 'change.standard', questions, tasks: [] } },
            ['GET /change-models'],
          );
    },
    latest: async () => {
      const { items } = await call('GET /change-models', {});
      const stored = items.find(({ id }) => id === model?.id) ?? null;
      return { values: valuesOf(stored), version: stored?.version ?? 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={isTemplate ? 'Keep for approval' : 'Save'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <AreaField form={form} name="description" label={LABELS.description} autosize minRows={1} maxLength={2_000} />
      <ManyField form={form} name="requiredPlans" label={LABELS.requiredPlans} data={PLAN_CHOICES} />
      {isTemplate && (
        <>
          <AreaField form={form} name="reason" label={LABELS.reason} autosize minRows={1} maxLength={5_000} />
          <NumberField form={form} name="minutes" label={LABELS.minutes} min={1} max={43_200} required />
          <SwitchField form={form} name="outage" label={LABELS.outage} />
          {questions.map(({ key, text, options }) => (
            <Select
              key={key}
              label={text}
              data={options.map(({ value, label }) => ({ value, label }))}
              value={form.values.answers[key] ?? null}
              error={form.errors[`answers.${key}`]}
              onChange={(value) => value && form.set('answers', { ...form.values.answers, [key]: value })}
            />
          ))}
          {PLANS.map((plan) => (
            <RichField
              key={plan}
              label={`${PLAN_NAMES[plan]} plan`}
              placeholder="The same each time"
              value={form.values[plan]}
              error={form.errors[plan]}
              onChange={(html) => form.set(plan, html)}
            />
          ))}
        </>
      )}
    </FormShell>
  );
}

/** What was written, as the API takes it. */
function bodyOf(
  values: Values,
  isTemplate: boolean,
): Omit<CreateChangeModel, 'type' | 'lifecycle' | 'questions' | 'tasks'> {
  const { name, description, requiredPlans, reason, minutes, outage, answers } = values;
  const plans = Object.fromEntries(PLANS.flatMap((plan) => (values[plan] ? [[plan, values[plan]]] : [])));
  return {
    ...{ name, description, requiredPlans: requiredPlans as Plan[] },
    template: isTemplate
      ? { title: name, description: '', reason, plans, answers: { ...answers }, outage, minutes: minutes ?? 60 }
      : null,
  };
}
