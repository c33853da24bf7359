import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isDay } from '#kernel/day.ts';
import type { ProjectTask, ProjectView } from '#shared/project.ts';
import { call } from '#web/api/client.ts';
import { useDo } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { ManyField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useWorkers } from '../desk/names.ts';
import { send } from '../session/send.ts';
import { hours, minutesOf, textOfMinutes } from './amounts.ts';
import { PROJECT_TOUCHED } from './touched.ts';
import { spanWords } from './words.ts';

type Values = {
  title: string;
  assigneeId: string | null;
  phaseId: string | null;
  starts: string;
  ends: string;
  estimate: string;
  after: readonly string[];
  shown: boolean;
  push: boolean;
};
const LABELS = {
  ...{ title: 'Task', assigneeId: 'Who', phaseId: 'Phase', starts: 'First day', ends: 'Last day' },
  ...{ estimate: 'Hours', after: 'Comes after', shown: 'The client sees it', push: 'Move these as well' },
} as const;

type Props = { project: ProjectView; task: ProjectTask | null; may?: boolean; onClose(): void };

/** What is planned for a task. Where it goes to other days, it says what that pushes. */
export function TaskForm({ project, task, may = true, onClose }: Props) {
  const workers = useWorkers([project.client.id]);
  const remove = useDo('DELETE /projects/{id}/tasks/{ticketId}', {
    failed: 'Not taken out',
    refresh: PROJECT_TOUCHED,
    onDone: onClose,
  });
  const form = useForm<Values>({
    values: {
      ...{ title: task?.title ?? '', assigneeId: null, phaseId: task?.phaseId ?? null, starts: task?.starts ?? '' },
      ...{ ends: task?.ends ?? '', estimate: textOfMinutes(task?.estimateMinutes ?? null), after: task?.after ?? [] },
      ...{ shown: task?.shown ?? false, push: true },
    },
    version: task?.version ?? 0,
    rules: { title: needed('what is to be done'), estimate: hours },
    rename: (path) => (path === 'estimateMinutes' ? 'estimate' : path.startsWith('after') ? 'after' : path),
    save: ({ values, version }) => {
      const { title, assigneeId, phaseId, after, shown, push } = values;
      const plan = {
        ...{ phaseId, after: [...after], shown, estimateMinutes: minutesOf(values.estimate) },
        ...{ starts: values.starts || null, ends: values.ends || null },
      };
      return task
        ? send(
            'PATCH /projects/{id}/tasks/{ticketId}',
            { params: { id: project.id, ticketId: task.id }, body: { version, ...plan, push } },
            PROJECT_TOUCHED,
          )
        : send(
            'POST /projects/{id}/tasks',
            { params: { id: project.id }, body: { title, ...(assigneeId ? { assigneeId } : {}), ...plan } },
            PROJECT_TOUCHED,
          );
    },
    onSaved: onClose,
  });
  const { starts, ends } = form.values;
  const pushed = usePushed(project, task, { starts, ends });
  const others = project.items.filter(({ id }) => id !== task?.id);
  return (
    <FormShell
      form={form}
      submit={task ? 'Save' : 'Add it'}
      onCancel={onClose}
      labels={LABELS}
      more={
        task &&
        may && (
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { id: project.id, ticketId: task.id } })}
          >
            Take out of the project
          </Button>
        )
      }
    >
      {!task && (
        <>
          <TextField form={form} name="title" label={LABELS.title} required />
          <PickField form={form} name="assigneeId" label={LABELS.assigneeId} clearable data={named(workers)} />
        </>
      )}
      <div className="f-billing-bar">
        <PickField form={form} name="phaseId" label={LABELS.phaseId} clearable data={named(project.phases)} />
        <TextField form={form} name="estimate" label={LABELS.estimate} description="As planned" inputMode="decimal" />
      </div>
      <div className="f-billing-bar">
        <TextField form={form} name="starts" type="date" label={LABELS.starts} />
        <TextField form={form} name="ends" type="date" label={LABELS.ends} />
      </div>
      {pushed.length > 0 && (
        <div className="f-project-pushed" role="status">
          <p>This pushes what comes after it:</p>
          <ul>
            {pushed.map((one) => (
              <li key={one.id}>
                {one.key} <bdi>{one.title}</bdi>: {spanWords({ starts: one.newStarts, ends: one.newEnds })}{' '}
                <span className="f-dim">instead of {spanWords(one)}</span>
              </li>
            ))}
          </ul>
          <SwitchField form={form} name="push" label={LABELS.push} />
        </div>
      )}
      <ManyField
        form={form}
        name="after"
        label={LABELS.after}
        data={others.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
      />
      <SwitchField form={form} name="shown" label={LABELS.shown} />
    </FormShell>
  );
}

/** What the task would push on these days, where they are others than it has. */
function usePushed(project: ProjectView, task: ProjectTask | null, { starts, ends }: { starts: string; ends: string }) {
  const moved = task !== null && (starts !== (task.starts ?? '') || ends !== (task.ends ?? ''));
  const { data } = useQuery({
    queryKey: ['move-preview', task?.id, project.version, starts, ends],
    enabled: moved && isDay(starts) && isDay(ends) && ends >= starts,
    queryFn: () =>
      call('POST /projects/{id}/tasks/{ticketId}/move-preview', {
        params: { id: project.id, ticketId: task?.id ?? '' },
        body: { starts, ends },
      }),
    staleTime: 0,
  });
  return moved ? (data?.items ?? []) : [];
}
