import type { ChangeView } from '#shared/change.ts';
import { PLAN_NAMES, PLANS, type Plan } from '#shared/change-words.ts';
import { call } from '#web/api/client.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, ManyField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { InstantField } from '#web/ui/form/instant-field.tsx';
import { RichField } from '#web/ui/form/rich-field.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { refreshTickets } from '../../actions/index.ts';
import { useServices } from '../../desk/names.ts';
import { send } from '../../session/send.ts';
import { ItemsField } from './items-field.tsx';
import { TOUCHED } from './touched.ts';

type Values = {
  reason: string;
  toldTitle: string;
  plannedStart: string;
  plannedEnd: string;
  outage: boolean;
  answers: Readonly<Record<string, string>>;
  items: readonly { id: string; name: string }[];
  serviceIds: readonly string[];
} & { readonly [plan in Plan]: string };

const LABELS = {
  reason: 'Why it is done',
  toldTitle: 'What its clients read',
  plannedStart: 'Begins',
  plannedEnd: 'Ends',
  outage: 'People are without it meanwhile',
  answers: 'Risk',
  items: 'Items',
  serviceIds: 'Services',
  ...PLAN_NAMES,
} as const;

const valuesOf = (change: ChangeView): Values => ({
  toldTitle: change.toldTitle,
  ...{ reason: change.reason, plannedStart: change.plannedStart ?? '', plannedEnd: change.plannedEnd ?? '' },
  ...{ outage: change.outage, answers: change.answers, items: change.items },
  serviceIds: change.services.map(({ id }) => id),
  ...change.plans,
});

/** Writes what a change plans. Of a standard one the template says everything but when and on what. */
export function PlanForm({ change, onClose }: { change: ChangeView; onClose(): void }) {
  const services = useServices();
  const isStandard = change.type === 'standard';
  const form = useForm<Values>({
    values: valuesOf(change),
    version: change.version,
    draft: `change.${change.ticketId}`,
    parts: ['answers'],
    rename: (path) => path.replace(/^plans\./, '').replace(/^itemIds.*$/, 'items'),
    save: ({ changed, version }) =>
      send(
        'PATCH /changes/{idOrKey}',
        { params: { idOrKey: change.ticketId }, body: { version, ...bodyOf(changed) } },
        TOUCHED,
      ),
    latest: async () => {
      const now = await call('GET /changes/{idOrKey}', { params: { idOrKey: change.ticketId } });
      return { values: valuesOf(now), version: now.version };
    },
    onSaved: async () => {
      onClose();
      await refreshTickets();
    },
  });
  const { questions } = change.model;
  const isAsked = change.approvals.some(({ state }) => state === 'pending' || state === 'approved');
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={LABELS}>
      {isAsked && (
        <p className="f-plain f-dim">The approval is of what it is now; another plan is asked about again.</p>
      )}
      <div className="f-two">
        <InstantField form={form} name="plannedStart" label={LABELS.plannedStart} also={change.client.timeZone} />
        <InstantField form={form} name="plannedEnd" label={LABELS.plannedEnd} also={change.client.timeZone} />
      </div>
      <AreaField form={form} name="reason" label={LABELS.reason} autosize minRows={2} maxLength={5_000} />
      {change.isProviders && (
        <TextField
          form={form}
          name="toldTitle"
          label={LABELS.toldTitle}
          description="How it is called where people of the affected clients read of it; it names none of them"
          maxLength={200}
        />
      )}
      <ItemsField
        clientId={change.isProviders ? null : change.client.id}
        items={form.values.items}
        error={form.errors['items']}
        onChange={(items) => form.set('items', items)}
      />
      <ManyField form={form} name="serviceIds" label={LABELS.serviceIds} data={named(services)} />
      {!isStandard && (
        <>
          <SwitchField form={form} name="outage" label={LABELS.outage} />
          <fieldset className="f-change-questions">
            <legend>How much it risks</legend>
            {questions.map(({ key, text, help, options }) => (
              <Select
                key={key}
                label={text}
                {...(help ? { description: help } : {})}
                data={options.map(({ value, label }) => ({ value, label }))}
                value={form.values.answers[key] ?? null}
                error={form.errors[`answers.${key}`]}
                onChange={(value) => value && form.set('answers', { ...form.values.answers, [key]: value })}
              />
            ))}
          </fieldset>
          {PLANS.map((plan) => (
            <RichField
              key={plan}
              label={`${PLAN_NAMES[plan]} plan`}
              placeholder={PLACEHOLDERS[plan]}
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

const PLACEHOLDERS = {
  implementation: 'Step by step, so that somebody else could do it',
  test: 'How one sees that it works',
  backout: 'How it is taken back, and until when that is possible',
  communication: 'Who is told what, before and after',
} as const satisfies Record<Plan, string>;

/** What was written, as the API takes it. */
function bodyOf({
  items,
  plannedStart,
  plannedEnd,
  answers,
  serviceIds,
  reason,
  toldTitle,
  outage,
  ...plans
}: Partial<Values>) {
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(toldTitle === undefined ? {} : { toldTitle }),
    ...(outage === undefined ? {} : { outage }),
    ...(answers === undefined ? {} : { answers: { ...answers } }),
    ...(plannedStart === undefined ? {} : { plannedStart: plannedStart || null }),
    ...(plannedEnd === undefined ? {} : { plannedEnd: plannedEnd || null }),
    ...(items === undefined ? {} : { itemIds: items.map(({ id }) => id) }),
    ...(serviceIds === undefined ? {} : { serviceIds: [...serviceIds] }),
    ...(Object.keys(plans).length === 0 ? {} : { plans }),
  };
}
