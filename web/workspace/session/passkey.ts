import type { RegisterPasskey, UsePasskey } from '#client/index.ts';
import type { PasskeyCreation, PasskeyRequest } from '#shared/passkey.ts';
import { ApiProblem } from '#web/api/problem.ts';

/** Whether this browser can use passkeys on this page. */
export const passkeysWork = (): boolean =>
  window.isSecureContext &&
  typeof PublicKeyCredential !== 'undefined' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** The browser's own refusal as a sentence; it never says why, so that no site learns what is on the device. */
function declined(error: unknown): ApiProblem {
  const known = error instanceof DOMException && error.name === 'InvalidStateError';
  return new ApiProblem({
    status: 0,
    code: 'passkey',
    title: 'No passkey',
    detail: known
      ? 'This device holds a passkey for you already.'
      : 'The passkey was not used: it was cancelled or took too long. Try again.',
  });
}

/** Makes a passkey on this device. Throws `ApiProblem` when the person or the device declines. */
export async function makePasskey(options: PasskeyCreation): Promise<RegisterPasskey['response']> {
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options as PublicKeyCredentialCreationOptionsJSON,
    );
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
    if (!made) throw new DOMException('Nothing was made', 'NotAllowedError');
    return made.toJSON() as unknown as RegisterPasskey['response'];
  } catch (error) {
    throw declined(error);
  }
}

/** Signs a challenge with a passkey of this device. Throws `ApiProblem` when the person or the device declines. */
export async function signWithPasskey(options: PasskeyRequest): Promise<UsePasskey['response']> {
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
    const signed = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
    if (!signed) throw new DOMException('Nothing signed', 'NotAllowedError');
    return signed.toJSON() as unknown as UsePasskey['response'];
  } catch (error) {
    throw declined(error);
  }
}
