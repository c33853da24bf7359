import { childOf, readXml, textOf, type XmlElement, XmlRefused } from '#platform/xml/index.ts';
import { ProviderFault } from '#server/connectors/core/index.ts';

const MOST_BYTES = 64 * 1_048_576;
const LONGEST = 200;

/** Codes and words of a key that is not taken; the vendor lists none. */
const REFUSED_CODE = '4';
const REFUSED_WORDS = /log ?in failed|api ?key|not authori[sz]ed|access denied/i;

/**
 * Reads an answer of the API. Throws `refused` or `malformed` where it says that it failed, which it does with HTTP 200; `hide` takes
 * out of its words what must not be said.
 */
export function answerIn(bytes: Uint8Array, hide: (text: string) => string): XmlElement {
  const root = xmlIn(bytes);
  if (root.name !== 'result') throw new ProviderFault('malformed', 'N-sight answered something else than a result.');
  if (root.attributes['status']?.toUpperCase() === 'OK') return root;
  const error = childOf(root, 'error') ?? root;
  const code = textOf(error, 'errorcode') ?? 'none';
  const words = hide(textOf(error, 'message') ?? 'no message').slice(0, LONGEST);
  const isRefused = code === REFUSED_CODE || REFUSED_WORDS.test(words);
  throw new ProviderFault(
    isRefused ? 'refused' : 'malformed',
    `N-sight ${isRefused ? 'does not take the API key' : 'says that it failed'}: ${words} (error ${code})`,
  );
}

function xmlIn(bytes: Uint8Array): XmlElement {
  try {
    return readXml(bytes, { mostBytes: MOST_BYTES });
  } catch (cause) {
    if (!(cause instanceof XmlRefused)) throw cause;
    throw new ProviderFault('malformed', `N-sight’s answer cannot be read: ${cause.message}.`, { cause });
  }
}
