import { looseOf, ProviderFault, type Received, textOf } from '#server/connectors/core/index.ts';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const UID_IN_PIECES = /"alert_uid"\s*:\s*"([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"/i;

/**
 * Reads a call of Datto. Its values are put into the template without being escaped, so the body need be no JSON; and of what they say
 * the id is enough: the alert itself is read from Datto, in the same words as in the list of open ones, and by nobody else's word.
 * A call that is tried out from Datto's pages names no alert, and says nothing. Throws `malformed` for what is no such call at all.
 */
export function receive(body: Buffer): Received {
  const text = body.toString();
  const uid = uidIn(text);
  if (uid === undefined) throw new ProviderFault('malformed', 'The call names no alert ("alert_uid").');
  return { alerts: [], look: uid === null ? [] : [uid] };
}

/** Null where the call is of an alert but does not say which; undefined where it is no such call. */
function uidIn(text: string): string | null | undefined {
  try {
    const told = looseOf(JSON.parse(text));
    if (!('alert_uid' in told)) return undefined;
    const uid = textOf(told['alert_uid']);
    return uid !== null && GUID.test(uid) ? uid.toLowerCase() : null;
  } catch {
    const uid = UID_IN_PIECES.exec(text)?.[1];
    return uid?.toLowerCase() ?? (text.includes('"alert_uid"') ? null : undefined);
  }
}
