import { fileTypeFromBuffer } from 'file-type';

/** Containers whose content alone says what they are; the mail's own word is more exact. */
const CONTAINERS: Record<string, RegExp> = {
  'application/zip':
    /^application\/(vnd\.(openxmlformats|oasis|ms-)|epub|java-archive|vnd\.android|x-zip|zip|vnd\.apple)/,
  'application/x-cfb': /^application\/(vnd\.ms-|msword|x-ms|vnd\.visio)/,
  'application/xml': /^(image\/svg\+xml|application\/.*xml|text\/(xml|html))/,
};
/** What is always known by its content: said without being it, it is not believed. */
const RECOGNISABLE = /^(image\/(?!svg)|audio\/|video\/|application\/(pdf|zip|gzip|x-7z|x-rar|vnd\.openxmlformats))/;

/** The media type of a file that begins with these bytes and that the mail calls `said`. */
export async function mediaTypeOf(head: Buffer, said: string): Promise<string> {
  const named = /^[a-z0-9][\w.+-]{0,99}\/[\w.+-]{1,100}$/.test(said) ? said : 'application/octet-stream';
  let found: string | undefined;
  try {
    found = (await fileTypeFromBuffer(head))?.mime;
  } catch {
    // What begins like something and is broken is known by its name alone.
  }
  if (found === undefined) return RECOGNISABLE.test(named) ? 'application/octet-stream' : named;
  return CONTAINERS[found]?.test(named) ? named : found;
}
