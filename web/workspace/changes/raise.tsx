import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CreateChange } from '#shared/change.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { TextField } from '#web/ui/form/fields.tsx';
import { InstantField } from '#web/ui/form/instant-field.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { refreshTickets } from '../actions/index.ts';
import { ModelField } from '../create/model-field.tsx';
import { useAdopted } from '../session/adopted.ts';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';
import { openTab } from '../ticket/tabs.ts';

/** What is known of a change where it is raised. */
export type Given = Pick<CreateChange, 'title' | 'problem' | 'reason'> & {
  client: { id: string; name: string };
  itemIds?: readonly string[];
  serviceIds?: readonly string[];
};

/** Whether changes are raised here, and by the reader. */
export function useMayRaise(): boolean {
  const may = useCan()('change.manage');
  return useAdopted()('change') && may;
}

/** Raises a change from where its need was seen; nothing where the reader may not. */
export function RaiseChange({ given, variant = 'subtle' }: { given: Given; variant?: 'subtle' | 'default' }) {
  const may = useMayRaise();
  const [asking, setAsking] = useState(false);
  if (!may) return null;
  const look = variant === 'subtle' ? ({ variant, color: 'gray', size: 'compact-sm' } as const) : { variant };
  return (
    <>
      <Button {...look} onClick={() => setAsking(true)}>
        Raise a change
      </Button>
      <RaiseDialog given={asking ? given : null} onClose={() => setAsking(false)} />
    </>
  );
}

/** What is asked before a change is raised; closed while nothing is given. */
export function RaiseDialog({ given, onClose }: { given: Given | null; onClose(): void }) {
  return (
    <Dialog title="Raise a change" opened={given !== null} onClose={onClose}>
      {given && <RaiseForm given={given} onClose={onClose} />}
    </Dialog>
  );
}

const LONGEST = 200;
const LABELS = {
  title: 'What is changed',
  modelId: 'How it goes',
  plannedStart: 'Begins',
  plannedEnd: 'Ends',
} as const;
type Values = { title: string; modelId: string; plannedStart: string; plannedEnd: string };

function RaiseForm({ given, onClose }: { given: Given; onClose(): void }) {
  const navigate = useNavigate();
  const { client, problem, reason, itemIds = [], serviceIds = [] } = given;
  const zone = useGet('GET /clients/{id}', { params: { id: client.id } }).data?.timeZone;
  const form = useForm<Values>({
    values: { title: given.title.slice(0, LONGEST), modelId: '', plannedStart: '', plannedEnd: '' },
    rules: { title: needed('what is changed') },
    save: async ({ values: { title, modelId, plannedStart, plannedEnd } }) => {
      const { key } = await send(
        'POST /changes',
        {
          body: {
            ...{ clientId: client.id, title: title.trim(), itemIds: [...itemIds], serviceIds: [...serviceIds] },
            ...(problem ? { problem } : {}),
            ...(reason ? { reason } : {}),
            ...(modelId ? { modelId } : {}),
            ...(plannedStart ? { plannedStart } : {}),
            ...(plannedEnd ? { plannedEnd } : {}),
          },
        },
        ['GET /problems/{idOrKey}'],
      );
      onClose();
      toast.done(`${key} is raised`);
      await refreshTickets();
      await navigate({ to: '/tickets/$key', params: { key } });
      // Its plan is what comes next; each ticket begins with what was said.
      openTab('change');
    },
  });
  const also = zone === undefined ? {} : { also: zone };
  const carried = [
    itemIds.length > 0 && (itemIds.length === 1 ? '1 item' : `${itemIds.length} items`),
    serviceIds.length > 0 && (serviceIds.length === 1 ? '1 service' : `${serviceIds.length} services`),
  ].filter(Boolean);
  return (
    <FormShell form={form} submit="Raise it" onCancel={onClose} labels={LABELS}>
      <p className="f-plain f-dim">
        For <bdi>{client.name}</bdi>
        {carried.length > 0 && `, with ${carried.join(' and ')} taken over`}.
      </p>
      <TextField form={form} name="title" label={LABELS.title} required maxLength={LONGEST} />
      <ModelField
        modelId={form.values.modelId || null}
        error={form.errors['modelId']}
        onPick={(modelId) => form.set('modelId', modelId ?? '')}
      />
      <div className="f-two">
        <InstantField form={form} name="plannedStart" label={LABELS.plannedStart} {...also} />
        <InstantField form={form} name="plannedEnd" label={LABELS.plannedEnd} {...also} />
      </div>
    </FormShell>
  );
}
