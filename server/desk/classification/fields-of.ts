import { type Ctx, readOnce } from '#platform/context/index.ts';

/** A field that the desk added, as far as values are concerned. */
export type CustomField = { key: string; label: string; type: string; options: string[]; required: boolean };

/** The fields that the desk added for a kind of ticket and has in use. */
export function customFieldsOf(ctx: Ctx, kind: string): Promise<CustomField[]> {
  return readOnce(ctx, `custom fields ${kind}`, () =>
    ctx.hot<CustomField>(
      'custom_fields_of',
      'select key, label, type, options, required from custom_fields where active and $1 = any (kinds)',
      [kind],
    ),
  );
}
