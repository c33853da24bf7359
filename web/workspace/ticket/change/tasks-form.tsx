import type { ChangeView, PlanTasks } from '#shared/change.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { refreshTickets } from '../../actions/index.ts';
import { send } from '../../session/send.ts';
import { inOrder } from './task-list.ts';
import { TasksField } from './tasks-field.tsx';
import { TOUCHED } from './touched.ts';

type Task = PlanTasks['tasks'][number];

const tasksOf = ({ tasks }: ChangeView): Task[] => {
  const keyOf = (id: string) => `task_${tasks.findIndex((task) => task.id === id) + 1}`;
  return tasks.map((task) => ({
    ...{ key: keyOf(task.id), title: task.title, teamId: task.team?.id ?? null, staffId: task.person?.id ?? null },
    ...{ after: task.after.map(keyOf), startMinutes: task.startMinutes, minutes: task.minutes },
  }));
};

/** The tasks of a change. */
export function TasksForm({ change, onClose }: { change: ChangeView; onClose(): void }) {
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
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={{ tasks: 'Tasks' }}>
      {form.errors['tasks'] && <p role="alert">{form.errors['tasks']}</p>}
      <TasksField
        tasks={form.values.tasks}
        clientIds={[change.client.id]}
        errors={form.errors}
        onChange={(tasks) => form.set('tasks', tasks)}
      />
    </FormShell>
  );
}
