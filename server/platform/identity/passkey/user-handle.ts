/** A staff id as the 16 bytes that an authenticator keeps with a passkey: no name, no address (WebAuthn 14.6.1). */
export function userHandle(staffId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(staffId.replaceAll('-', ''), 'hex'));
}
