import { Badge, Button } from '@mantine/core';
import type { ChangeModelView } from '#shared/change.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { Lift } from './lift.tsx';
import { ModelForm } from './model-form.tsx';

const TOUCHED = ['GET /change-models'] as const;
const STATES = { draft: 'Draft', in_force: 'In force', suspended: 'Suspended', retired: 'Retired' } as const;

/** The models that changes go by, and the templates of standard ones. */
export default function ChangeModelsPage() {
  const may = useCan()('change.policy');
  const { data, error, refetch } = useGet('GET /change-models', {});
  return (
    <RecordList
      title="Models of changes"
      one="template"
      help="A standard change does what its template says and waits for nobody: a second person approves the template, and a run that fails or is backed out suspends it."
      empty="Fettle comes with a normal and an emergency change."
      size={760}
      lines={data?.items.map((model) => ({
        record: model,
        id: model.id,
        name: model.name,
        active: model.state === 'in_force',
        inactive: STATES[model.state],
        marks: <Badge color="gray">{model.type}</Badge>,
        note: <Note model={model} />,
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={may}
      actions={(model) => may && <ModelActions model={model} />}
      form={(model, onClose) => <ModelForm model={model} onClose={onClose} />}
    />
  );
}

function Note({ model }: { model: ChangeModelView }) {
  const { description, stateWhy, runs, cleanRuns, proposedBy, approvedBy } = model;
  return (
    <>
      <bdi>{description}</bdi>
      {runs > 0 && ` · ${runs === 1 ? 'one run' : `of the last ${runs} runs`}, ${cleanRuns} clean`}
      {proposedBy && (
        <>
          {' '}
          · written by <bdi>{proposedBy}</bdi>
        </>
      )}
      {approvedBy && (
        <>
          , approved by <bdi>{approvedBy}</bdi>
        </>
      )}
      {stateWhy && (
        <div>
          <bdi>{stateWhy}</bdi>
        </div>
      )}
    </>
  );
}

function ModelActions({ model }: { model: ChangeModelView }) {
  const { id, name, version, state, builtIn } = model;
  const approve = useDo('POST /change-models/{id}/approve', {
    failed: 'Not approved',
    refresh: TOUCHED,
    onDone: () => toast.done(`“${name}” is in force`),
  });
  const suspend = useDo('POST /change-models/{id}/suspend', { failed: 'Not suspended', refresh: TOUCHED });
  const retire = useDo('POST /change-models/{id}/retire', { failed: 'Not retired', refresh: TOUCHED });
  const quiet = { variant: 'subtle', color: 'gray', size: 'compact-sm' } as const;
  const sure = async () => {
    const yes = await confirm({
      title: 'Take it out of use?',
      body: 'No change is raised by it any more. What was raised stays as it is.',
      action: 'Retire',
      danger: true,
    });
    if (yes) retire.mutate({ params: { id }, body: { version } });
  };
  return (
    <>
      {state === 'suspended' && <Lift model={model} />}
      {state !== 'in_force' && state !== 'suspended' && (
        <Button
          {...quiet}
          aria-label={`Approve ${name}`}
          onClick={() => approve.mutate({ params: { id }, body: { version } })}
        >
          Approve
        </Button>
      )}
      {state === 'in_force' && (
        <Button
          {...quiet}
          aria-label={`Suspend ${name}`}
          onClick={() => suspend.mutate({ params: { id }, body: { version, reason: 'Suspended by hand.' } })}
        >
          Suspend
        </Button>
      )}
      {!builtIn && (
        <Button {...quiet} aria-label={`Retire ${name}`} onClick={() => void sure()}>
          Retire…
        </Button>
      )}
    </>
  );
}
