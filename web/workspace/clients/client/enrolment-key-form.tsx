import type { CreatedEnrolmentKey } from '#shared/inventory-agent.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';

type Values = { name: string; siteId: string | null };
type Props = { clientId: string; onCancel(): void; onMade(made: CreatedEnrolmentKey): void };

/** Making a key for agents on a client's machines. */
export function EnrolmentKeyForm({ clientId, onCancel, onMade }: Props) {
  const { data: sites } = useGet('GET /clients/{id}/sites', { params: { id: clientId } });
  const form = useForm<Values>({
    values: { name: '', siteId: null },
    rules: { name: needed('what the key is for') },
    draft: `enrolment-key.${clientId}`,
    save: async ({ values }) => {
      onMade(
        await send('POST /clients/{id}/enrolment-keys', { params: { id: clientId }, body: values }, [
          'GET /clients/{id}/enrolment-keys',
          'GET /clients/{id}/timeline',
        ]),
      );
    },
  });
  const open = sites?.items.filter(({ active }) => active) ?? [];
  return (
    <FormShell form={form} submit="Make key" onCancel={onCancel}>
      <TextField form={form} name="name" label="What it is for" placeholder="Laptops" required data-autofocus />
      {open.length > 0 && (
        <PickField
          form={form}
          name="siteId"
          label="Site"
          description="Where machines are put that nobody has placed yet"
          placeholder="None"
          clearable
          data={named(open)}
        />
      )}
    </FormShell>
  );
}
