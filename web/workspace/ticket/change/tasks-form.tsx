import { Button, TextInput } from '@mantine/core';
import type { ChangeView, PlanTasks } from '#shared/change.ts';
import { named } from '#web/ui/form/choices.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { Select } from '#web/ui/form/select.tsx';
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

/** The tasks of a change in their order: each after the one before, with its owner and its window. */
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
  const add = () =>
    form.set('tasks', [
      ...tasks,
      { key: 'new', title: '', teamId: null, staffId: null, after: [], startMinutes: null, minutes: null },
    ]);
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={{ tasks: 'Tasks' }}>
      {tasks.map((task, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tasks have no name of their own until they are kept
        <fieldset key={at} className="f-change-task">
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
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={`Take off task ${at + 1}`}
            onClick={() =>
              form.set(
                'tasks',
                tasks.filter((_, nth) => nth !== at),
              )
            }
          >
            Take off
          </Button>
        </fieldset>
      ))}
      {form.errors['tasks'] && <p role="alert">{form.errors['tasks']}</p>}
      <Button variant="default" onClick={add}>
        Add a task
      </Button>
    </FormShell>
  );
}

/** One after the other: each waits for the one before. */
const inOrder = (tasks: readonly Task[]): Task[] =>
  tasks.map((task, at) => ({
    ...task,
    key: `task_${at + 1}`,
    title: task.title.trim(),
    after: at === 0 ? [] : [`task_${at}`],
  }));
