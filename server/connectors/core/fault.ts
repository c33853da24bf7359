import { EgressRefused } from '#platform/egress/index.ts';
import { type ConnectorFaultKind, FAULT_ADVICE } from '#shared/connector-words.ts';
import { lineWords } from './line-words.ts';
import { ProviderFault } from './provider.ts';

const LINE =
  /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|HPE_|UND_ERR|ABORT_ERR|ERR_STREAM)/;

/** Why something could not be done at a system, as it is kept and shown. */
export type KeptFault = {
  readonly kind: ConnectorFaultKind;
  readonly text: string;
  readonly retryAfterMs: number | null;
};

/** What was thrown, in words for the administrator that hold no secret. */
export function faultOf(error: unknown): KeptFault {
  if (error instanceof ProviderFault)
    return { kind: error.kind, text: error.message.slice(0, 500), retryAfterMs: error.retryAfterMs };
  if (error instanceof EgressRefused) return { kind: 'unreachable', text: `${error.message}.`, retryAfterMs: null };
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (name === 'TimeoutError') return { kind: 'unreachable', text: 'It took too long to answer.', retryAfterMs: null };
  if (typeof code === 'string' && LINE.test(code))
    return { kind: 'unreachable', text: `It could not be reached: ${lineWords(code)}.`, retryAfterMs: null };
  return { kind: 'internal', text: 'What was read could not be taken in.', retryAfterMs: null };
}

export const adviceFor = (kind: ConnectorFaultKind): string => FAULT_ADVICE[kind];
