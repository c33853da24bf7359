import { Button, TextInput } from '@mantine/core';
import type { ChangeView, PlanTasks } from '#shared/change.ts';
import { named } from '#web/ui/form/choices.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { MultiSelect, Select } from '#web/ui/form/select.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { refreshTickets } from '../../actions/index.ts';
import { useTeams, useWorkers } from '../../desk/names.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';

type Task = PlanTasks['tasks'][number];

const tasksOf = ({ tasks }: ChangeView): Task[] => {
  const keyOf = (id: string) => `task_${tasks.findIndex((task) => task.id === id) + 1}`;
  return tasks.map((task) => ({
    ...{ key: keyOf(task.id), title: task.title, teamId: task.team?.id ?? null, staffId: task.person?.id ?? null },
    ...{ after: task.after.map(keyOf), startMinutes: task.startMinutes, minutes: task.minutes },
  }));
};

/** The tasks of a change in their order: what each waits for, its owner and its window. */
export function TasksForm({ change, onClose }: { change: ChangeView; onClose(): void }) {
  const [teams, staff] = [useTeams(), useWorkers([change.client.id])];
  const form = useForm<{ tasks: readonly Task[] }>({
    values: { tasks: tasksOf(change) },
    version: change.version,
    rules: { tasks: (tasks) => (tasks.some(({ title }) => !title.trim()) ? 'Say of each what is done.' : null) },
    parts: ['tasks'],
    save: ({ values, version }) =>
      send(
        'PUT /changes/{idOrKey}/tasks',
        { params: { idOrKey: change.ticketId }, body: { version, tasks: inOrder(values.tasks) } },
        TOUCHED,
      ),
    onSaved: async () => {
      onClose();
      await refreshTickets();
    },
  });
  const { tasks } = form.values;
  const set = (at: number, more: Partial<Task>) =>
    form.set(
      'tasks',
      tasks.map((task, nth) => (nth === at ? { ...task, ...more } : task)),
    );
  const add = () => {
    const last = tasks.at(-1);
    const after = last ? [last.key] : [];
    const key = `new_${tasks.reduce((most, task) => Math.max(most, Number(task.key.match(/^new_(\d+)$/)?.[1] ?? 0)), 0) + 1}`;
    form.set('tasks', [
      ...tasks,
      { key, title: '', teamId: null, staffId: null, after, startMinutes: null, minutes: null },
    ]);
  };
  const moveUp = (at: number) =>
    form.set('tasks', tidy(tasks.toSpliced(at - 1, 2, tasks[at] as Task, tasks[at - 1] as Task)));
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={{ tasks: 'Tasks' }}>
      {tasks.map((task, at) => (
        <fieldset key={task.key} className="f-change-task">
          <legend>Task {at + 1}</legend>
          <TextInput
            label="What is done"
            value={task.title}
            maxLength={200}
            error={form.errors[`tasks.${at}.title`]}
            onChange={(event) => set(at, { title: event.currentTarget.value })}
          />
          <div className="f-two">
            <Select
              label="Person"
              placeholder="Nobody yet"
              clearable
              searchable
              data={named(staff)}
              value={task.staffId}
              onChange={(staffId) => set(at, { staffId })}
            />
            <Select
              label="Team"
              placeholder="No team"
              clearable
              data={named(teams)}
              value={task.teamId}
              onChange={(teamId) => set(at, { teamId })}
            />
          </div>
          <div className="f-two">
            <NumberInput
              label="Begins, minutes after the change does"
              value={task.startMinutes ?? ''}
              error={form.errors[`tasks.${at}.minutes`]}
              onChange={(value) => set(at, { startMinutes: typeof value === 'number' ? value : null })}
            />
            <NumberInput
              label="Takes, in minutes"
              min={1}
              value={task.minutes ?? ''}
              onChange={(value) => set(at, { minutes: typeof value === 'number' ? value : null })}
            />
          </div>
          {at > 0 && (
            <MultiSelect
              label="Waits for"
              placeholder={task.after.length === 0 ? 'Nothing: it can begin at once' : ''}
              data={tasks
                .slice(0, at)
                .map(({ key, title }, nth) => ({ value: key, label: title.trim() || `Task ${nth + 1}` }))}
              value={[...task.after]}
              error={form.errors[`tasks.${at}.after`]}
              onChange={(after) => set(at, { after })}
            />
          )}
          <div className="f-change-buttons">
            {at > 0 && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Move task ${at + 1} up`}
                onClick={() => moveUp(at)}
              >
                Move up
              </Button>
            )}
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={`Take off task ${at + 1}`}
              onClick={() => form.set('tasks', tidy(tasks.toSpliced(at, 1)))}
            >
              Take off
            </Button>
          </div>
        </fieldset>
      ))}
      {form.errors['tasks'] && <p role="alert">{form.errors['tasks']}</p>}
      <Button variant="default" onClick={add}>
        Add a task
      </Button>
    </FormShell>
  );
}

/** A task waits for such as stand before it, and for none that is gone. */
const tidy = (tasks: readonly Task[]): Task[] =>
  tasks.map((task, at) => ({
    ...task,
    after: task.after.filter((key) => tasks.slice(0, at).some((one) => one.key === key)),
  }));

/** As the API takes them: by their places. */
const inOrder = (tasks: readonly Task[]): Task[] => {
  const keyOf = (key: string) => `task_${tasks.findIndex((one) => one.key === key) + 1}`;
  return tidy(tasks).map((task) => ({
    ...task,
    key: keyOf(task.key),
    title: task.title.trim(),
    after: task.after.map(keyOf),
  }));
};
