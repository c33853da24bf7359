/** Elements that begin and end a line. */
export const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose content nobody reads, in HTML that is not written as browsers read it. */
const UNSEEN = new Set(['script', 'style']);

/** Characters of an attribute that are looked through; more is no layout. */
export const LONGEST_ATTRIBUTE = 2_000;

/** Whether the content of an element is not shown. */
export function isUnseen(name: string, attributes: Record<string, string>): boolean {
  if (UNSEEN.has(name)) return true;
  const style = attributes['style'];
  return style !== undefined && /(?:^|;)\s*(display\s*:\s*none|mso-hide\s*:\s*all)/i.test(style);
}

/** Whether a picture is there to be seen: no dot that counts readers. */
export function isPicture(attributes: Record<string, string>): boolean {
  const tiny = (value: string | undefined) => value !== undefined && /^\s*[0-2](px)?\s*$/.test(value);
  return Boolean(attributes['src']) && !tiny(attributes['width']) && !tiny(attributes['height']);
}
