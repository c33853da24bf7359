import type { MacroStep, MacroView } from '#client/index.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { call } from '#web/api/client.ts';
import { named } from '#web/ui/form/choices.ts';
import { ManyField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useLifecycles, useTeams } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';
import { stepFault } from './steps/kinds.ts';
import { StepsField } from './steps/steps-field.tsx';
import './library.css';

type Values = Pick<MacroView, 'name' | 'description' | 'folder' | 'tags' | 'shared' | 'teamIds' | 'steps'>;
const NEW: Values = { name: '', description: '', folder: '', tags: [], shared: false, teamIds: [], steps: [] };
const TOUCHED = ['GET /macros', 'GET /macros/{id}'] as const;
const LABELS = {
  name: 'Name',
  description: 'What it is for',
  folder: 'Folder',
  tags: 'Tags',
  shared: 'Shared',
  teamIds: 'For teams',
  steps: 'Steps',
} as const;

const valuesOf = ({ name, description, folder, tags, shared, teamIds, steps }: MacroView): Values => ({
  name,
  description,
  folder,
  tags,
  shared,
  teamIds,
  steps,
});

function stepsFault(steps: readonly MacroStep[], lifecycles: readonly Lifecycle[]): string | null {
  if (steps.length === 0) return 'Add at least one step.';
  const faults = steps.map((step) => stepFault(step, lifecycles));
  const at = faults.findIndex((fault) => fault !== null);
  return at < 0 ? null : `Step ${at + 1}: ${faults[at]}`;
}

/** One macro: what it is called, who may use it, and its steps. */
export function MacroForm({ macro, onClose }: { macro: MacroView | null; onClose(): void }) {
  const can = useCan();
  const teams = useTeams();
  const lifecycles = useLifecycles();
  const form = useForm<Values>({
    values: macro ? valuesOf(macro) : NEW,
    version: macro?.version ?? 0,
    rules: { name: needed('a name such as Password reset'), steps: (steps) => stepsFault(steps, lifecycles) },
    draft: `macro.${macro?.id ?? 'new'}`,
    save: ({ values, changed, version }) =>
      macro
        ? send('PATCH /macros/{id}', { params: { id: macro.id }, body: { version, ...changed } }, TOUCHED)
        : send('POST /macros', { body: values }, TOUCHED),
    latest: async () => {
      if (!macro) return { values: NEW, version: 0 };
      const stored = await call('GET /macros/{id}', { params: { id: macro.id } });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  const show = (name: string, value: unknown) =>
    name === 'steps' ? `${(value as MacroStep[]).length} steps, changed` : undefined;
  return (
    <FormShell
      form={form}
      submit={macro ? 'Save' : 'Create macro'}
      onCancel={onClose}
      labels={LABELS}
      show={show}
      more={
        macro && (
          <DeleteButton
            what={`the macro “${macro.name}”`}
            body="What it did on tickets stays. Nobody can run it any more."
            remove={() => send('DELETE /macros/{id}', { params: { id: macro.id } }, TOUCHED)}
            onGone={onClose}
          />
        )
      }
    >
      <div className="f-form-pair">
        <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
        <TextField form={form} name="folder" label={LABELS.folder} placeholder="Accounts" maxLength={100} />
      </div>
      <TextField form={form} name="description" label={LABELS.description} maxLength={300} />
      <StepsField
        steps={form.values.steps}
        error={form.errors['steps']}
        onChange={(steps) => form.set('steps', steps)}
      />
      <WordsField
        form={form}
        name="tags"
        label={LABELS.tags}
        description="By which it is found; each closed by Enter"
      />
      {can('library.manage') && (
        <SwitchField form={form} name="shared" label={LABELS.shared} description="Otherwise it is yours alone" />
      )}
      {form.values.shared && (
        <ManyField
          form={form}
          name="teamIds"
          label={LABELS.teamIds}
          description="None: everybody"
          data={named(teams)}
        />
      )}
    </FormShell>
  );
}
