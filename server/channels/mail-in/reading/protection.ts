import type { Container } from './split.ts';

/** Notes that a part is signed or encrypted, and how much of the mail that covers. */
export function noteProtection(
  type: string,
  parameters: ReadonlyMap<string, string>,
  container: Container | null,
  name: string,
  note: (sentence: string) => void,
): void {
  const protocol = parameters.get('protocol')?.toLowerCase() ?? '';
  const way = protocol.includes('pgp') ? 'PGP' : 'S/MIME';
  if (type === 'multipart/signed')
    note(
      container === null
        ? `The mail is signed (${way}); the signature was not checked.`
        : `Only a part of the mail is signed (${way}), what stands outside of it is not; the signature was not checked.`,
    );
  if (type === 'multipart/encrypted')
    note(`The mail is encrypted (${way}); it can be read only by whom it was encrypted for.`);
  if (/^application\/(x-)?pkcs7-mime$/.test(type)) {
    const kind = parameters.get('smime-type')?.toLowerCase() ?? '';
    note(
      kind === 'signed-data'
        ? 'The mail is signed (S/MIME) in a way that wraps its content; it is kept as a file.'
        : 'The mail is encrypted (S/MIME); it can be read only by whom it was encrypted for.',
    );
  }
  if (type === 'application/ms-tnef' || /^winmail\.dat$/i.test(name))
    note('The file winmail.dat is in a format of Outlook’s own; what it carries is not unpacked.');
}
