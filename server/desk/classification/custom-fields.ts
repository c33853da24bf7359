import { sql } from 'kysely';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import type { CreateCustomField, CustomFieldView, UpdateCustomField } from '#shared/classification.ts';

const WHAT = 'A custom field';

/** Adds a custom field for tickets; its key and type stay. */
export function createCustomField(ctx: Ctx, input: CreateCustomField): Promise<string> {
  requireAllClients(ctx, WHAT);
  const faults = optionFaults(input.type, input.options ?? []);
  if (faults.length > 0) throw invalid(faults);
  return createRecord(ctx, 'custom_fields', 'custom_field', input);
}

/** Changes or retires a custom field. An option that tickets carry cannot simply vanish. */
export async function updateCustomField(ctx: Ctx, id: string, input: UpdateCustomField): Promise<void> {
  requireAllClients(ctx, WHAT);
  const { key, type } = (await lockRecord(ctx, 'custom_fields', 'custom_field', id)) as never as CustomFieldView;
  if (input.options) {
    const faults = [...optionFaults(type, input.options), ...(await lostOptions(ctx, key, type, input.options))];
    if (faults.length > 0) throw invalid(faults);
  }
  await updateRecord(ctx, 'custom_fields', 'custom_field', id, input);
}

const isChoice = (type: string) => type === 'choice' || type === 'choices';

function optionFaults(type: string, options: readonly string[]): FieldError[] {
  if (isChoice(type) && options.length === 0) return [{ path: 'options', message: 'needs something to choose from' }];
  if (!isChoice(type) && options.length > 0)
    return [{ path: 'options', message: `belongs to a choice; this field is a ${type}` }];
  return [];
}

async function lostOptions(ctx: Ctx, key: string, type: string, options: readonly string[]): Promise<FieldError[]> {
  if (!isChoice(type)) return [];
  const { rows } = await sql<{ value: string }>`
    select value from ticket_custom_values where field_key = ${key} and value <> all (${options}::text[]) limit 1`.execute(
    ctx.tx,
  );
  return rows.map(({ value }) => ({
    path: 'options',
    message: `"${value}" is used by tickets; change those first, or keep it`,
  }));
}

export async function listCustomFields(ctx: Ctx): Promise<CustomFieldView[]> {
  const { rows } = await sql<CustomFieldView>`
    select id, key, label, type, kinds, options, required, help, active, position, version
    from custom_fields order by position, lower(label)`.execute(ctx.tx);
  return rows;
}
