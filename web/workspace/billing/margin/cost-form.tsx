import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { neededAmount } from '../rules.ts';
import { BILLING_TOUCHED } from '../touched.ts';

type Values = { staffId: string | null; perHour: string; from: string };
const LABELS = { staffId: 'Person', perHour: 'An hour costs', from: 'From' } as const;

/** What an hour of somebody costs from a day on. */
export function CostForm({ onClose }: { onClose(): void }) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const { data: staff } = useGet('GET /staff', { query: {} });
  const form = useForm<Values>({
    values: { staffId: null, perHour: '', from: today },
    rules: { staffId: needed('who it is'), perHour: neededAmount('what an hour costs') },
    save: ({ values: { staffId, perHour, from } }) =>
      send('POST /staff-costs', { body: { staffId: staffId ?? '', perHour: perHour.trim(), from } }, BILLING_TOUCHED),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Add the cost" onCancel={onClose} labels={LABELS}>
      <PickField form={form} name="staffId" label={LABELS.staffId} searchable data={named(staff?.items ?? [])} />
      <div className="f-billing-bar">
        <TextField form={form} name="perHour" label={LABELS.perHour} inputMode="decimal" />
        <TextField form={form} name="from" type="date" label={LABELS.from} description="For work from that day on" />
      </div>
    </FormShell>
  );
}
