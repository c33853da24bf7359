import type { ChangePart, ChangeView } from '#shared/change.ts';
import { call } from '#web/api/client.ts';
import { AreaField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';

const LABELS = { means: 'What it means for them' } as const;
type Props = { change: ChangeView; part: ChangePart; onClose(): void };

/** Writes what a change means for one client, which its people read. */
export function MeansForm({ change, part, onClose }: Props) {
  const params = { idOrKey: change.ticketId, clientId: part.client.id };
  const form = useForm({
    values: { means: part.means },
    version: part.version,
    save: ({ changed, version }) =>
      send(
        'PATCH /changes/{idOrKey}/parts/{clientId}',
        { params, body: { version, means: changed.means ?? part.means } },
        TOUCHED,
      ),
    latest: async () => {
      const now = await call('GET /changes/{idOrKey}', { params: { idOrKey: change.ticketId } });
      const same = now.parts.find(({ client }) => client.id === part.client.id) ?? part;
      return { values: { means: same.means }, version: same.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={LABELS}>
      <AreaField
        form={form}
        name="means"
        label={LABELS.means}
        description="Their people read it, in the portal and where they are asked to approve. No other client is named."
        autosize
        minRows={3}
        maxLength={2_000}
      />
    </FormShell>
  );
}
