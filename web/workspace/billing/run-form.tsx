import { TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Values = { name: string; by: string; issuedOn: string };
const LABELS = { name: 'Name', by: 'Everything due by', issuedOn: 'Date of the invoices' } as const;

/** Begins a run: for which day, and which date its invoices have. */
export function RunForm({ onClose, onMade }: { onClose(): void; onMade(id: string): void }) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const month = new Date(`${today}T00:00:00Z`).toLocaleDateString('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const form = useForm<Values>({
    values: { name: month, by: today, issuedOn: today },
    rules: { name: needed('a name such as November 2026') },
    save: async ({ values }) => onMade((await send('POST /billing-runs', { body: values }, BILLING_TOUCHED)).id),
  });
  return (
    <FormShell form={form} submit="Begin the run" onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} description="It stands on the invoices" data-autofocus />
      <TextField
        form={form}
        name="by"
        type="date"
        label={LABELS.by}
        description="What contracts bill by then, time worked until then, and charges due by then"
      />
      <TextField form={form} name="issuedOn" type="date" label={LABELS.issuedOn} />
    </FormShell>
  );
}
