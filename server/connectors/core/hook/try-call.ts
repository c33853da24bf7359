import type { TriedCall, TryCall } from '#shared/connector.ts';
import { providerOf } from '../offered.ts';
import { ProviderFault } from '../provider.ts';

/** Says what alerts a body would become with the values that were typed; nothing is kept. `at`: when it came (ISO 8601). */
export function tryCall({ provider: key, values = {}, body }: TryCall, at: string): TriedCall {
  const provider = providerOf(key);
  const defaults = Object.fromEntries(provider.fields.map((field) => [field.key, field.default ?? '']));
  const all = { ...defaults, ...values };
  const wrong = provider.check?.({ baseUrl: '', values: all }) ?? [];
  const [first] = wrong;
  if (first) return { alerts: [], says: `${first.field}: ${first.message}` };
  if (!provider.receive) return { alerts: [], says: `${provider.name} is not taken by calls.` };
  try {
    const bytes = Buffer.from(body);
    const { alerts, look } = provider.receive(provider.kept?.(bytes) ?? bytes, {}, all, at);
    const says =
      look.length > 0
        ? `${look.length} alerts are named and would be looked up there.`
        : alerts.length === 0
          ? 'It is understood, and says of no alert.'
          : '';
    return {
      alerts: alerts.map(({ device, ...alert }) => ({
        ...alert,
        device: device?.hostname ?? device?.ip ?? device?.externalId ?? null,
      })),
      says,
    };
  } catch (error) {
    if (error instanceof ProviderFault) return { alerts: [], says: error.message };
    throw error;
  }
}
