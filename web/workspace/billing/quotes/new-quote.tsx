import { useNavigate } from '@tanstack/react-router';
import { named } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients } from '../../desk/names.ts';
import { send } from '../../session/send.ts';
import { QUOTES_TOUCHED } from './touched.ts';

type Values = { clientId: string | null; title: string };
const LABELS = { clientId: 'Client', title: 'What it is about' } as const;

/** For whom a quote is, and what it is about; the rest is written on its page. */
export function NewQuote({ clientId, onClose }: { clientId: string | null; onClose(): void }) {
  const clients = useClients();
  const navigate = useNavigate();
  const form = useForm<Values>({
    values: { clientId, title: '' },
    rules: { clientId: needed('the client'), title: needed('what it is about') },
    save: async ({ values }) => {
      const body = { clientId: values.clientId ?? '', title: values.title };
      const { id } = await send('POST /quotes', { body }, QUOTES_TOUCHED);
      onClose();
      await navigate({ to: '/billing/quotes/$id', params: { id } });
    },
  });
  return (
    <FormShell form={form} submit="Write it" onCancel={onClose} labels={LABELS}>
      <PickField form={form} name="clientId" label={LABELS.clientId} data={named(clients)} searchable />
      <TextField form={form} name="title" label={LABELS.title} maxLength={200} required />
    </FormShell>
  );
}
