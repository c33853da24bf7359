import type { Container } from './split.ts';

/** Notes that a part is signed or encrypted, and how much of the mail that covers. */
export function noteProtection(
  type: string,
  parameters: ReadonlyMap<string, string>,
  container: Container | null,
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
}

/** A container in which Outlook sends what others cannot read. */
export const isTnef = (type: string, name: string): boolean =>
  /^application\/(vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(name);

/** Notes that there was one, and what of it was taken out. */
export function noteTnef(taken: 'all' | 'some' | 'nothing', note: (sentence: string) => void): void {
  if (taken === 'all') note('What the file winmail.dat carries was taken out of it.');
  else if (taken === 'some') note('The file winmail.dat is broken; what could be taken out of it stands beside it.');
  else note('The file winmail.dat is in a format of Outlook’s own; what it carries could not be taken out.');
}

/** A part of S/MIME that wraps its content. */
export const isWrapped = (type: string): boolean => /^application\/(x-)?pkcs7-mime$/.test(type);

/** Notes what a wrapped part of S/MIME is; `opened`: its content could be read, because it is only signed. */
export function noteWrapped(
  parameters: ReadonlyMap<string, string>,
  opened: boolean,
  note: (sentence: string) => void,
): void {
  const signed = parameters.get('smime-type')?.toLowerCase() === 'signed-data';
  if (opened) note('The mail is signed (S/MIME); the signature was not checked.');
  else if (signed)
    note('The mail is signed (S/MIME) in a way that wraps its content; it could not be read and is kept as a file.');
  else note('The mail is encrypted (S/MIME); it can be read only by whom it was encrypted for.');
}

/** Notes what PGP left in a text. */
export function noteArmor(text: string, note: (sentence: string) => void): void {
  if (/^-----BEGIN PGP SIGNED MESSAGE-----/m.test(text))
    note('The text is signed (PGP); the signature was not checked.');
  if (/^-----BEGIN PGP MESSAGE-----/m.test(text)) note('The text holds a part that is encrypted (PGP).');
}
