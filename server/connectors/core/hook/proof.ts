import type { UpdateConnector } from '#shared/connector.ts';

/** Under which names the secrets of calls are kept; no field of a provider begins so. */
const HOOK_SECRET = 'hook.secret';
const HOOK_SIGNATURE_KEY = 'hook.signatureKey';

/** What was given of them; null takes one away. */
export function hookCredentials(
  input: Pick<UpdateConnector, 'hookSecret' | 'hookSignatureKey'>,
): Record<string, string | null> {
  return {
    ...(input.hookSecret === undefined ? {} : { [HOOK_SECRET]: input.hookSecret }),
    ...(input.hookSignatureKey === undefined ? {} : { [HOOK_SIGNATURE_KEY]: input.hookSignatureKey }),
  };
}
