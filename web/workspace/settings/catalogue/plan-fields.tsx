import { Button, TextInput } from '@mantine/core';
import type { ItemTerms, PlanTask } from '#kernel/catalogue.ts';
import { AFTER_PARTS } from '#shared/catalogue-words.ts';
import { useGet } from '#web/api/use.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { moved, put, without } from '#web/ui/form/order.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { MultiSelect } from '#web/ui/form/select.tsx';
import { useTeams, useWorkers } from '../../desk/names.ts';
import { Named } from './basic-fields.tsx';
import { ConditionField } from './condition-field.tsx';
import { freeKey } from './values.ts';

type Props = { terms: ItemTerms; itemId: string; change(part: Partial<ItemTerms>): void };

/** Who does what, in which order; what a bundle brings; and which team the request goes to. */
export function PlanFields({ terms, itemId, change }: Props) {
  const { plan, parts, routes, form } = terms;
  const teams = useTeams().filter(({ active }) => active);
  const items = useGet('GET /catalogue-items', {}).data?.items ?? [];
  const plain = items.filter(
    ({ id, bundle, published, active }) => id !== itemId && !bundle && published !== null && active,
  );
  const setPlan = (next: readonly PlanTask[]) => change({ plan: next });
  const addTask = () =>
    setPlan([
      ...plan,
      {
        key: freeKey(
          'task',
          plan.map(({ key }) => key),
        ),
        title: '',
        teamId: null,
        staffId: null,
        after: [],
        olaMinutes: null,
        when: null,
      },
    ]);
  const nameOf = new Map(items.map(({ id, name }) => [id, name]));
  return (
    <>
      <Section title="Plan" help="The tasks that carry it out. With the last one, the request is fulfilled.">
        <ol className="f-item-list">
          {plan.map((task, at) => (
            <li key={task.key}>
              <TaskRow
                task={task}
                terms={terms}
                before={plan.slice(0, at)}
                onChange={(next) => setPlan(put(plan, at, next))}
                tools={
                  <RowTools
                    name={task.title || `task ${at + 1}`}
                    at={at}
                    count={plan.length}
                    onMove={(by) => setPlan(moved(plan, at, by))}
                    onRemove={() => setPlan(without(plan, at))}
                  />
                }
              />
            </li>
          ))}
        </ol>
        <Button variant="default" onClick={addTask}>
          Add a task
        </Button>
      </Section>
      <Section title="Bundle" help="Items that come along, in one request with their own forms and tasks.">
        <MultiSelect
          label="Brings"
          searchable
          data={plain.map(({ id, name }) => ({ value: id, label: name }))}
          value={parts.map((part) => part.itemId)}
          onChange={(ids) =>
            change({ parts: ids.map((id) => parts.find((part) => part.itemId === id) ?? { itemId: id, when: null }) })
          }
        />
        {parts.length > 0 && (
          <p className="f-plain f-dim">
            The approvals of what it brings are asked for as well, each by that item’s own price.
          </p>
        )}
        {parts.map((part, at) => (
          <ConditionField
            key={part.itemId}
            label={`${nameOf.get(part.itemId) ?? 'It'} comes`}
            fields={form.fields}
            value={part.when}
            onChange={(when) => change({ parts: put(parts, at, { ...part, when }) })}
          />
        ))}
      </Section>
      <Section title="Team" help="The first rule that fits decides; without one, category and service do.">
        <ol className="f-item-list">
          {routes.map((rule, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have no names
            <li key={at} className="f-item-row">
              <Named
                label={`Rule ${at + 1}: goes to`}
                list={teams}
                value={rule.teamId}
                onChange={(teamId) => teamId && change({ routes: put(routes, at, { ...rule, teamId }) })}
              />
              <ConditionField
                label="Applies"
                fields={form.fields}
                value={rule.when}
                onChange={(when) => change({ routes: put(routes, at, { ...rule, when }) })}
              />
              <RowTools
                name={`rule ${at + 1}`}
                at={at}
                count={routes.length}
                onMove={(by) => change({ routes: moved(routes, at, by) })}
                onRemove={() => change({ routes: without(routes, at) })}
              />
            </li>
          ))}
        </ol>
        {teams[0] && (
          <Button
            variant="default"
            onClick={() => change({ routes: [...routes, { teamId: teams[0]?.id ?? '', when: null }] })}
          >
            Add a rule
          </Button>
        )}
      </Section>
    </>
  );
}

type RowProps = {
  task: PlanTask;
  terms: ItemTerms;
  before: readonly PlanTask[];
  tools: React.ReactNode;
  onChange(task: PlanTask): void;
};

function TaskRow({ task, terms, before, tools, onChange }: RowProps) {
  const teams = useTeams().filter(({ active }) => active);
  const staff = useWorkers();
  const change = (part: Partial<PlanTask>) => onChange({ ...task, ...part });
  const waits = [
    ...(terms.parts.length > 0 ? [{ value: AFTER_PARTS, label: 'Everything that the bundle brings' }] : []),
    ...before.map(({ key, title }) => ({ value: key, label: title || key })),
  ];
  return (
    <div className="f-item-row">
      <TextInput
        label="Task"
        required
        maxLength={200}
        value={task.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className="f-two">
        <Named label="Team" list={teams} value={task.teamId} onChange={(teamId) => change({ teamId })} />
        <Named label="Person" list={staff} value={task.staffId} onChange={(staffId) => change({ staffId })} />
        <MultiSelect
          label="After"
          placeholder={waits.length > 0 ? 'Nothing' : 'It begins at once'}
          disabled={waits.length === 0}
          data={waits}
          value={[...task.after]}
          onChange={(after) => change({ after })}
        />
        <NumberInput
          label="Within working hours"
          description="From when it can begin; empty: no limit"
          min={0.1}
          decimalScale={2}
          value={task.olaMinutes === null ? '' : task.olaMinutes / 60}
          onChange={(next) =>
            change({ olaMinutes: typeof next === 'number' ? Math.max(1, Math.round(next * 60)) : null })
          }
        />
      </div>
      <ConditionField label="Done" fields={terms.form.fields} value={task.when} onChange={(when) => change({ when })} />
      <div className="f-item-foot">{tools}</div>
    </div>
  );
}
