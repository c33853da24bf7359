import { readXml, textOf, type XmlElement, XmlRefused } from '#platform/xml/index.ts';
import { instantOf, ProviderFault } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { conditionOf, titleOf } from './issue.ts';
import { gravityOf, stateOf } from './states.ts';

const MOST_BYTES = 1_048_576;
const MOST_PARTS = 1_000;

/**
 * Reads a notification that N-central sends as XML. Throws `malformed`. `zone`: where its server's clock stands. The message that all is
 * well again says when that began, not what it ends: it ends whatever began before.
 */
export function notificationIn(body: Buffer, zone: string): AlertReading {
  const message = xmlIn(body);
  const service = textOf(message, 'AffectedService');
  const device = textOf(message, 'DeviceName');
  const word = textOf(message, 'QualitativeNewState');
  if (service === null || word === null)
    throw new ProviderFault('malformed', 'The notification does not say which service it is about, or in which state.');
  const at = instantOf(textOf(message, 'TimeOfStateChange'), zone);
  if (at === null) throw new ProviderFault('malformed', 'The notification does not say since when.');
  const task = textOf(message, 'TaskIdent');
  const state = stateOf(word) ?? 'warning';
  const isOver = state === 'normal' || state === 'disabled';
  const customer = textOf(message, 'ExternalCustomerID') ?? textOf(message, 'CustomerName');
  const address = textOf(message, 'DeviceURI');
  const condition = conditionOf(service, task);
  return {
    externalId: ['xml', customer, device, service, task]
      .map((part) => encodeURIComponent(part ?? ''))
      .join(':')
      .slice(0, 300),
    occurrence: '',
    state: isOver ? 'resolved' : 'raised',
    ...gravityOf(state, service),
    condition,
    title: titleOf(device, condition, word.toLowerCase()),
    text: [textOf(message, 'QuantitativeNewState'), `${textOf(message, 'QualitativeOldState') ?? '?'} → ${word}`]
      .filter((line) => line !== null)
      .join('\n'),
    device:
      device === null && address === null
        ? null
        : { ...(device === null ? {} : { hostname: device }), ...(address === null ? {} : { ip: address }) },
    site: customer,
    startedAt: at,
    endedAt: isOver ? at : null,
    saidAt: at,
    url: null,
  };
}

function xmlIn(body: Buffer): XmlElement {
  try {
    const root = readXml(body, { mostBytes: MOST_BYTES, mostDepth: 8, mostParts: MOST_PARTS });
    if (root.name === 'notification') return root;
  } catch (cause) {
    if (!(cause instanceof XmlRefused)) throw cause;
    throw new ProviderFault('malformed', `The notification cannot be read: ${cause.message}.`, { cause });
  }
  throw new ProviderFault('malformed', 'The message is no notification of N-central.');
}
