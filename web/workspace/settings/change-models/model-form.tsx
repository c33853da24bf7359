import type { ChangeModelView, CreateChangeModel, ModelTask, RiskQuestion } from '#shared/change.ts';
import { PLAN_NAMES, PLANS, type Plan } from '#shared/change-words.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { AreaField, ManyField, NumberField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { RichField } from '#web/ui/form/rich-field.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Select } from '#web/ui/form/select.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { inOrder } from '../../ticket/change/task-list.ts';
import { TasksField } from '../../ticket/change/tasks-field.tsx';
import { faultsOf } from './question-list.ts';
import { QuestionsField } from './questions-field.tsx';

type Values = {
  name: string;
  description: string;
  requiredPlans: readonly string[];
  reason: string;
  minutes: number | null;
  outage: boolean;
  answers: Readonly<Record<string, string>>;
  questions: readonly RiskQuestion[];
  tasks: readonly ModelTask[];
} & { readonly [plan in Plan]: string };

const LABELS = {
  name: 'Name',
  description: 'What it is for',
  requiredPlans: 'Plans that have to be written',
  reason: 'Why it is done',
  minutes: 'Takes, in minutes',
  outage: 'People are without it meanwhile',
  answers: 'Risk',
  questions: 'Questions about the risk',
  tasks: 'Tasks',
  ...PLAN_NAMES,
} as const;
const PLAN_CHOICES = PLANS.map((value) => ({ value, label: PLAN_NAMES[value] }));

function valuesOf(model: ChangeModelView | null, normal: ChangeModelView | undefined): Values {
  const { template } = model ?? { template: null };
  return {
    ...{ name: model?.name ?? '', description: model?.description ?? '' },
    requiredPlans: model?.requiredPlans ?? ['implementation', 'backout'],
    ...{ reason: template?.reason ?? '', minutes: template?.minutes ?? 60, outage: template?.outage ?? false },
    answers: template?.answers ?? {},
    ...{ questions: (model ?? normal)?.questions ?? [], tasks: model?.tasks ?? [] },
    ...(Object.fromEntries(PLANS.map((plan) => [plan, template?.plans[plan] ?? ''])) as Record<Plan, string>),
  };
}

const normalOf = (models: readonly ChangeModelView[]) => models.find(({ key }) => key === 'normal');

type Props = { model: ChangeModelView | null; onClose(): void };

/** A template of standard changes, or what a model asks for. A new one is a template; it begins with the questions of the normal change. */
export function ModelForm(props: Props) {
  const { data } = useGet('GET /change-models', {});
  return data ? <Loaded {...props} normal={normalOf(data.items)} /> : <SkeletonLines lines={8} />;
}

function Loaded({ model, normal, onClose }: Props & { normal: ChangeModelView | undefined }) {
  const isTemplate = model === null || model.type === 'standard';
  const form = useForm<Values>({
    values: valuesOf(model, normal),
    version: model?.version ?? 0,
    rules: { name: needed('a name such as Monthly patches') },
    draft: `change-model.${model?.id ?? 'new'}`,
    parts: ['answers', 'questions', 'tasks'],
    judge: ({ questions, tasks }) => ({ ...faultsOf(questions), ...faultsOfTasks(tasks) }),
    rename: (path) => path.replace(/^template\.(plans\.)?/, ''),
    save: ({ values, version }) => {
      const body = bodyOf(values, isTemplate);
      return model
        ? send('PATCH /change-models/{id}', { params: { id: model.id }, body: { version, ...body } }, [
            'GET /change-models',
          ])
        : send('POST /change-models', { body: { ...body, type: 'standard', lifecycle: 'change.standard' } }, [
            'GET /change-models',
          ]);
    },
    latest: async () => {
      const { items } = await call('GET /change-models', {});
      const stored = items.find(({ id }) => id === model?.id) ?? null;
      return { values: valuesOf(stored, normalOf(items)), version: stored?.version ?? 0 };
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
          {form.values.questions.map(({ key, text, options }) => (
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
      <QuestionsField
        questions={form.values.questions}
        errors={form.errors}
        onChange={(questions) => form.set('questions', questions)}
      />
      <fieldset className="f-change-questions">
        <legend>Tasks</legend>
        <p className="f-plain f-dim">Every change of this model begins with these.</p>
        <TasksField
          tasks={form.values.tasks}
          clientIds={[]}
          errors={form.errors}
          onChange={(tasks) => form.set('tasks', tasks)}
        />
      </fieldset>
    </FormShell>
  );
}

const faultsOfTasks = (tasks: readonly ModelTask[]): Record<string, string> =>
  Object.fromEntries(
    tasks.flatMap(({ title }, at) => (title.trim() ? [] : [[`tasks.${at}.title`, 'Say what is done.']])),
  );

/** What was written, as the API takes it; of the answers, those to questions that are asked. */
function bodyOf(values: Values, isTemplate: boolean): Omit<CreateChangeModel, 'type' | 'lifecycle'> {
  const { name, description, requiredPlans, reason, minutes, outage } = values;
  const questions = values.questions.map(({ text, options, ...rest }) => ({
    ...{ ...rest, text: text.trim() },
    options: options.map((one) => ({ ...one, label: one.label.trim() })),
  }));
  const answers = Object.fromEntries(
    Object.entries(values.answers).filter(([key]) => questions.some((one) => one.key === key)),
  );
  const plans = Object.fromEntries(PLANS.flatMap((plan) => (values[plan] ? [[plan, values[plan]]] : [])));
  return {
    ...{ name, description, requiredPlans: requiredPlans as Plan[], questions, tasks: inOrder(values.tasks) },
    template: isTemplate
      ? { title: name, description: '', reason, plans, answers, outage, minutes: minutes ?? 60 }
      : null,
  };
}
