import type { PhaseView, ProjectView } from '#shared/project.ts';
import { NumberField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { PROJECT_TOUCHED } from './touched.ts';

type Values = { name: string; position: number | null };
const LABELS = { name: 'Name', position: 'Place' } as const;

/** A phase of a project: what it is called and where it stands. */
export function PhaseForm({
  project,
  phase,
  onClose,
}: {
  project: ProjectView;
  phase: PhaseView | null;
  onClose(): void;
}) {
  const form = useForm<Values>({
    values: { name: phase?.name ?? '', position: phase?.position ?? null },
    version: phase?.version ?? 0,
    rules: { name: needed('a name such as Preparation') },
    save: ({ values: { name, position }, version }) => {
      const fields = { name, ...(position === null ? {} : { position }) };
      return phase
        ? send(
            'PATCH /projects/{id}/phases/{phaseId}',
            { params: { id: project.id, phaseId: phase.id }, body: { version, ...fields } },
            PROJECT_TOUCHED,
          )
        : send('POST /projects/{id}/phases', { params: { id: project.id }, body: fields }, PROJECT_TOUCHED);
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={phase ? 'Save' : 'Add it'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required />
      <NumberField
        form={form}
        name="position"
        label={LABELS.position}
        description="Phases stand by this number; empty: last"
        min={0}
        max={1_000}
      />
    </FormShell>
  );
}
