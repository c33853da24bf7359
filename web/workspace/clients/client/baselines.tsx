import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { DriftList } from './drift-list.tsx';

const LIST = ['GET /clients/{id}/baselines'] as const;

/** How a client's estate stood at times that somebody kept, each to be compared with now. */
export function Baselines({ clientId }: { clientId: string }) {
  const may = useCan()('estate.manage');
  const [keeping, setKeeping] = useState(false);
  const [compared, setCompared] = useState<{ id: string; name: string } | null>(null);
  const { data, error, refetch } = useGet('GET /clients/{id}/baselines', { params: { id: clientId } });
  const remove = useDo('DELETE /baselines/{id}', {
    failed: 'Not thrown away',
    refresh: LIST,
    onDone: () => toast.done('The baseline is thrown away'),
  });
  const sure = async (id: string, name: string) => {
    const yes = await confirm({
      title: `Throw “${name}” away?`,
      body: 'Nobody can compare with it any more. The items themselves stay as they are.',
      action: 'Throw away',
      danger: true,
    });
    if (yes) remove.mutate({ params: { id } });
  };
  return (
    <Section
      title="Baselines"
      help="How everything stood when somebody kept it: before a large change, or for an audit."
      actions={
        may && (
          <Button variant="default" size="compact-sm" onClick={() => setKeeping(true)}>
            Keep how it stands
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={2} />}
      {data?.items.length === 0 && <p className="f-plain f-dim">None is kept.</p>}
      <ul className="f-lines">
        {data?.items.map(({ id, name, items, madeBy, createdAt }) => (
          <li key={id}>
            <div className="f-grow">
              <bdi>{name}</bdi>
              <div className="f-dim">
                {items === 1 ? '1 item' : `${items.toLocaleString()} items`}, kept by <bdi>{madeBy}</bdi>{' '}
                <TimeAgo at={createdAt} long />
              </div>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`What differs since ${name}`}
              onClick={() => setCompared({ id, name })}
            >
              What differs
            </Button>
            {may && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Throw away… ${name}`}
                onClick={() => void sure(id, name)}
              >
                Throw away…
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog title="Keep how it stands" opened={keeping} onClose={() => setKeeping(false)}>
        {keeping && <KeepForm clientId={clientId} onClose={() => setKeeping(false)} />}
      </Dialog>
      <Dialog
        title={`What differs since ${compared?.name ?? ''}`}
        opened={compared !== null}
        onClose={() => setCompared(null)}
        size={760}
      >
        {compared && <DriftList id={compared.id} />}
      </Dialog>
    </Section>
  );
}

function KeepForm({ clientId, onClose }: { clientId: string; onClose(): void }) {
  const form = useForm({
    values: { name: '' },
    rules: { name: needed('a name such as Before the move') },
    save: ({ values }) => send('POST /clients/{id}/baselines', { params: { id: clientId }, body: values }, LIST),
    onSaved: () => {
      toast.done(`Kept: ${form.values.name}`);
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Keep" onCancel={onClose}>
      <TextField
        form={form}
        name="name"
        label="Name"
        description="Every item that is not retired is kept, with what is known of it and what it hangs on"
        maxLength={200}
        required
        data-autofocus
      />
    </FormShell>
  );
}
