import { notFound } from '#kernel/errors.ts';
import type { Provider } from './provider.ts';

const offered = new Map<string, Provider>();

/** Says once that Fettle connects to this kind of system. A second one of the same key is a defect. */
export function offerProvider(provider: Provider): void {
  if (offered.has(provider.key)) throw new Error(`The provider ${provider.key} is offered twice`);
  offered.set(provider.key, provider);
}

/** Every kind of system, by name. */
export const offeredProviders = (): Provider[] => [...offered.values()].sort((a, b) => a.name.localeCompare(b.name));

/** The same by its key; undefined where the program has none. */
export const knownProvider = (key: string): Provider | undefined => offered.get(key);

/** The provider of this key. Not found where the program has none, such as one of a newer version that was rolled back. */
export function providerOf(key: string): Provider {
  const provider = offered.get(key);
  if (!provider) throw notFound('kind of system');
  return provider;
}
