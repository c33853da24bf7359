/** XML that was not read: it is none, or it is outside the limits. The message says what is wrong, and holds nothing of its content. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';
}
