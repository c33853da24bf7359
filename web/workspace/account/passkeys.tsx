import { ActionIcon, Badge } from '@mantine/core';
import { useState } from 'react';
import { deviceOf } from '#shared/device-words.ts';
import type { PasskeyView } from '#shared/passkey.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { IconPencil, IconTrash } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { freshly } from '../session/fresh.ts';
import { makePasskey, passkeysWork } from '../session/passkey.ts';
import { send } from '../session/send.ts';
import { SmallButton } from './parts.tsx';

const TOUCHED = ['GET /me/passkeys', 'GET /me/sign-in'] as const;

/** Passkeys: a device that vouches for its owner, in place of password and code. */
export function Passkeys() {
  const [open, setOpen] = useState<PasskeyView | 'new' | null>(null);
  const { data } = useGet('GET /me/passkeys', {});
  const remove = async ({ id, name }: PasskeyView) => {
    const sure = await confirm({
      title: `Remove the passkey “${name}”?`,
      body: 'That device no longer signs you in. The passkey itself stays on the device; delete it there as well.',
      action: 'Remove',
      danger: true,
    });
    if (sure) await send('DELETE /me/passkeys/{id}', { params: { id } }, TOUCHED);
  };
  return (
    <Section
      title="Passkeys"
      help="Sign in with your fingerprint, face or security key; safer than a password, and no code is asked for."
      actions={passkeysWork() && <SmallButton onClick={() => setOpen('new')}>Add a passkey</SmallButton>}
    >
      {!passkeysWork() && (
        <p className="f-plain f-dim">This browser, or an address without https, cannot use passkeys.</p>
      )}
      {data?.items.length === 0 && passkeysWork() && <p className="f-plain f-dim">None yet.</p>}
      <ul className="f-lines">
        {data?.items.map((passkey) => (
          <li key={passkey.id}>
            <div>
              <bdi>{passkey.name}</bdi> {passkey.synced && <Badge color="gray">Synced</Badge>}
              <div className="f-dim">
                {passkey.lastUsedAt ? (
                  <>
                    Last used <TimeAgo at={passkey.lastUsedAt} long />
                  </>
                ) : (
                  'Not used yet'
                )}
              </div>
            </div>
            <span>
              <ActionIcon aria-label={`Rename ${passkey.name}`} onClick={() => setOpen(passkey)}>
                <IconPencil size={16} />
              </ActionIcon>
              <ActionIcon
                aria-label={`Remove ${passkey.name}`}
                onClick={() => void remove(passkey).catch((error: unknown) => toast.fault(error, 'Not removed'))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ul>
      <Dialog
        title={open === 'new' ? 'Add a passkey' : 'Rename the passkey'}
        opened={open !== null}
        onClose={() => setOpen(null)}
        size={440}
      >
        {open && <PasskeyForm passkey={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      </Dialog>
    </Section>
  );
}

function PasskeyForm({ passkey, onClose }: { passkey: PasskeyView | null; onClose(): void }) {
  const form = useForm({
    values: { name: passkey?.name ?? deviceOf(navigator.userAgent) },
    rules: { name: needed('a name by which you know the device') },
    save: async ({ values: { name } }) => {
      if (passkey) return send('PATCH /me/passkeys/{id}', { params: { id: passkey.id }, body: { name } }, TOUCHED);
      const options = await freshly(() => call('POST /me/passkeys/options', {}));
      return send('POST /me/passkeys', { body: { name, response: await makePasskey(options) } }, TOUCHED);
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={passkey ? 'Rename' : 'Continue'} onCancel={onClose}>
      <TextField
        form={form}
        name="name"
        label="Name"
        description={
          passkey ? 'By which you know the device' : 'By which you know the device; your browser then asks for it'
        }
        required
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
    </FormShell>
  );
}
