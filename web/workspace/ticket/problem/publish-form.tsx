import type { ProblemView } from '#shared/problem.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, ManyField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { Html } from '#web/ui/text/html.tsx';
import { useClients } from '../../desk/names.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';

type Values = { clientIds: readonly string[]; title: string; symptoms: string; portal: boolean };

/** Publishes a problem as a known error: at which clients, and as it is read there. */
export function PublishForm({ problem, onClose }: { problem: ProblemView; onClose(): void }) {
  const all = useClients();
  const choices = problem.ofProvider ? all : all.filter(({ id }) => id === problem.client.id);
  const touched = problem.clients.filter(({ tickets }) => tickets > 0).map(({ clientId }) => clientId);
  const before = problem.clients.find(({ knownError }) => knownError)?.knownError;
  const form = useForm<Values>({
    values: {
      clientIds: problem.ofProvider ? touched : [problem.client.id],
      title: before?.title ?? (problem.ofProvider ? problem.toldTitle : problem.title),
      symptoms: before?.symptoms || problem.symptoms,
      portal: before?.portal ?? false,
    },
    rules: {
      title: needed('what is known, in the words of whoever meets it'),
      clientIds: (ids) => (ids.length > 0 ? null : 'Choose at least one client.'),
    },
    save: ({ values }) =>
      send(
        'POST /problems/{idOrKey}/known-errors',
        { params: { idOrKey: problem.id }, body: { ...values, clientIds: [...values.clientIds] } },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done('Published as a known error');
      onClose();
    },
  });
  const { clientIds, title, symptoms, portal } = form.values;
  const readers = choices.filter(({ id }) => clientIds.includes(id)).map(({ name }) => name);
  return (
    <FormShell form={form} submit="Publish" onCancel={onClose}>
      <ManyField form={form} name="clientIds" label="At which clients" data={named(choices)} />
      <TextField form={form} name="title" label="What it is" maxLength={200} data-autofocus />
      <AreaField
        form={form}
        name="symptoms"
        label="How it shows"
        description="By these words it is recognised when somebody logs the next one."
        autosize
        minRows={2}
        maxLength={10_000}
      />
      <SwitchField form={form} name="portal" label="Show it to the clients’ people in the portal" />
      <section className="f-known-preview" aria-label="As it is read">
        <h3>
          {portal ? 'In the portal of' : 'By whoever works for'} {readers.join(', ') || '…'}
        </h3>
        <strong>
          <bdi>{title || '…'}</bdi>
        </strong>
        {symptoms && <p className="f-problem-text">{symptoms}</p>}
        {problem.workaround ? (
          <Html html={problem.workaround} />
        ) : (
          <p className="f-dim f-plain">No workaround is known yet.</p>
        )}
      </section>
    </FormShell>
  );
}
