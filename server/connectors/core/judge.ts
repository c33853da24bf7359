import type { FieldError } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { UpdateConnector } from '#shared/connector.ts';
import { type Given, sortValues } from './form.ts';
import type { Provider } from './provider.ts';
import { checkBaseUrl, reachOf } from './reach.ts';

/** What a connector is before a change: `secrets` are the fields that are set. */
export type Before = { baseUrl: string; options: Readonly<Record<string, string>>; secrets: readonly string[] };

type Input = Pick<Partial<UpdateConnector>, 'baseUrl' | 'values' | 'servesId'>;

export const originOf = (address: string): string => URL.parse(address)?.origin ?? '';

/**
 * Judges what was given for a connector, against what it was before. At another origin the saved secrets count for nothing: they would be
 * sent to somebody else.
 */
export async function judge(
  ctx: Ctx,
  provider: Provider,
  input: Input,
  before: Before | null,
): Promise<Given & { baseUrl: string; moved: boolean; faults: FieldError[] }> {
  const faults: FieldError[] = [];
  let baseUrl = before?.baseUrl ?? '';
  if (provider.open) {
    const checked = checkBaseUrl(ctx.services, input.baseUrl ?? baseUrl, await reachOf(ctx));
    if ('fault' in checked) faults.push({ path: 'baseUrl', message: checked.fault });
    else baseUrl = checked.url;
  }
  const moved = before !== null && originOf(baseUrl) !== originOf(before.baseUrl);
  const kept = { options: before?.options ?? {}, secrets: moved ? [] : (before?.secrets ?? []) };
  const values = sortValues(provider, input.values ?? {}, kept);
  faults.push(
    ...values.faults.map((fault) =>
      moved && fault.message === 'is needed'
        ? { ...fault, message: 'is needed anew: the saved one is for the former address' }
        : fault,
    ),
  );
  if (faults.length === 0) {
    const wrong = provider.check?.({ baseUrl, values: { ...values.options, ...values.secrets } }) ?? [];
    faults.push(
      ...wrong.map(({ field, message }) => ({ path: field === 'baseUrl' ? field : `values.${field}`, message })),
    );
  }
  if (input.servesId && !(await isActiveClient(ctx, input.servesId)))
    faults.push({ path: 'servesId', message: 'is not an active client' });
  return { ...values, baseUrl, moved, faults };
}

async function isActiveClient(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.tx.selectFrom('clients').select('active').where('id', '=', id).executeTakeFirst();
  return row?.active ?? false;
}
