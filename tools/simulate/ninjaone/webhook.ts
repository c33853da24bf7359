import type { PushTarget } from '../vendor.ts';

export type Webhook = { readonly target: PushTarget; readonly statuses: readonly string[] };

/** Reads what is put to `/v2/webhook`; says in words what is wrong with it. */
export function webhookFrom(told: unknown): Webhook | string {
  const { url, activities, headers } = (told ?? {}) as Record<string, unknown>;
  if (typeof url !== 'string' || !URL.canParse(url)) return 'url must be an address';
  if (typeof activities !== 'object' || activities === null) return 'activities must not be empty';
  const statuses = Object.entries(activities).flatMap(([type, codes]) =>
    Array.isArray(codes) ? codes.map((code: unknown) => `${type} ${String(code)}`) : [],
  );
  if (statuses.length === 0 || statuses.some((status) => status.endsWith(' *'))) return 'activities must be listed';
  const list = Array.isArray(headers) ? (headers as { name?: unknown; value?: unknown }[]) : [];
  const secret = list.find(({ name }) => name === 'X-Fettle-Secret')?.value;
  return { target: { url, secret: typeof secret === 'string' ? secret : '' }, statuses };
}
