import type { ProjectView } from '#shared/project.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { AreaField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';

type Values = { name: string; description: string };
const LABELS = { name: 'Name', description: 'What it is for' } as const;

/** Keeps how a project is planned for others like it. */
export function TemplateForm({ project, onClose }: { project: ProjectView; onClose(): void }) {
  const form = useForm<Values>({
    values: { name: '', description: '' },
    rules: { name: needed('a name such as New office') },
    save: ({ values }) =>
      send('POST /projects/{id}/template', { params: { id: project.id }, body: values }, ['GET /project-templates']),
    onSaved: () => {
      toast.done('Kept as a template');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Keep it" onCancel={onClose} labels={LABELS}>
      <p className="f-dim">
        Phases, tasks, estimates, order and milestones are kept, with days counted from the first. The names of tasks
        and milestones are then read at every client.
      </p>
      <TextField form={form} name="name" label={LABELS.name} required />
      <AreaField form={form} name="description" label={LABELS.description} autosize minRows={2} />
    </FormShell>
  );
}
