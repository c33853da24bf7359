import { Button } from '@mantine/core';
import type { ContractView } from '#shared/contract.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Props = { contract: ContractView; onClose(): void };
const LABELS = { contactId: 'Who signs' } as const;

/** Sends a draft to somebody of the client, who signs it in the portal. */
export function SendContract({ contract: { id, version, client }, onClose }: Props) {
  const { data } = useGet('GET /clients/{id}/signers', { params: { id: client.id } });
  const form = useForm<{ contactId: string | null }>({
    values: { contactId: null },
    version,
    rules: { contactId: needed('who signs') },
    save: async ({ values, version: seen }) => {
      const body = { version: seen, contactId: values.contactId ?? '', mail: true };
      await send('POST /contracts/{id}/send', { params: { id }, body }, BILLING_TOUCHED);
      toast.done('Sent: they find it in the portal, under Quotes and contracts');
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Send it" onCancel={onClose} labels={LABELS}>
      <PickField
        form={form}
        name="contactId"
        label={LABELS.contactId}
        description="Somebody who looks after all of the company; it goes to them by mail too. Until it is taken back, nothing in it changes."
        placeholder={data?.items.length === 0 ? 'Nobody there looks after all of the company' : undefined}
        data={named(data?.items ?? [])}
        searchable
      />
    </FormShell>
  );
}

/** Sending a draft for signature, or taking back what was sent. */
export function SendOrTakeBack({ contract, onSend }: { contract: ContractView; onSend(): void }) {
  const { id, version, state, lines } = contract;
  const back = useDo('POST /contracts/{id}/take-back', { failed: 'Not taken back', refresh: BILLING_TOUCHED });
  const takeBack = async () => {
    const sure = await confirm({
      title: 'Take this contract back?',
      body: 'It becomes a draft again, and the client cannot sign it any more until you send it anew.',
      action: 'Take it back',
    });
    if (sure) back.mutate({ params: { id }, body: { version } });
  };
  if (state === 'sent')
    return (
      <Button variant="default" loading={back.isPending} onClick={() => void takeBack()}>
        Take back
      </Button>
    );
  if (state !== 'draft') return null;
  return (
    <Button
      variant="default"
      disabled={lines.length === 0}
      data-tip={lines.length === 0 ? 'Add a line first' : undefined}
      onClick={onSend}
    >
      Send for signature…
    </Button>
  );
}
