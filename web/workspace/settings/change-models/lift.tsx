import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ChangeModelView } from '#shared/change.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField } from '#web/ui/form/fields.tsx';
import { reasoned } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';

/** Puts a suspended model in force again, once somebody says what was found. */
export function Lift({ model }: { model: ChangeModelView }) {
  const [open, setOpen] = useState(false);
  const title = `Put “${model.name}” in force again`;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`Approve ${model.name}`}
        onClick={() => setOpen(true)}
      >
        Approve…
      </Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        {open && <LiftForm model={model} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function LiftForm({ model: { id, name, version, stateWhy }, onClose }: { model: ChangeModelView; onClose(): void }) {
  const form = useForm({
    values: { reason: '' },
    rules: { reason: reasoned },
    save: ({ values }) =>
      send('POST /change-models/{id}/approve', { params: { id }, body: { version, ...values } }, [
        'GET /change-models',
      ]),
    onSaved: () => {
      toast.done(`“${name}” is in force`);
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Approve" onCancel={onClose}>
      <p className="f-plain">
        It is suspended: <bdi>{stateWhy}</bdi>
      </p>
      <AreaField
        form={form}
        name="reason"
        label="What was found"
        description="Stands in the log, with your name"
        required
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
      />
    </FormShell>
  );
}
