import { createHmac, timingSafeEqual } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import type { UpdateConnector } from '#shared/connector.ts';

/** Under which names the secrets of calls are kept; no field of a provider begins so. */
const SECRET = 'hook.secret';
const SIGNATURE_KEY = 'hook.signatureKey';
const SECRET_HEADER = 'x-fettle-secret';
const USUAL_SIGNATURE_HEADER = 'x-grafana-alerting-signature';
/** How old a signed call may be. */
const MOST_AGE_SECONDS = 300;

/** What was given of them; null takes one away. */
export function hookCredentials(
  input: Pick<UpdateConnector, 'hookSecret' | 'hookSignatureKey'>,
): Record<string, string | null> {
  return {
    ...(input.hookSecret === undefined ? {} : { [SECRET]: input.hookSecret }),
    ...(input.hookSignatureKey === undefined ? {} : { [SIGNATURE_KEY]: input.hookSignatureKey }),
  };
}

/** What the system is to bring in `X-Fettle-Secret`, where that is set. */
export const hookSecretOf = (secrets: Readonly<Record<string, string>>): string | undefined => secrets[SECRET];

/** Whether an address is in one of the networks; in any where there are none. */
export function isFrom(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    const family = isIPv6(base) ? 'ipv6' : 'ipv4';
    // One that is no network admits nobody.
    try {
      if (bits === undefined) list.addAddress(base, family);
      else list.addSubnet(base, Number(bits), family);
    } catch {}
  }
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

type Call = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };
type Rules = { readonly signatureHeader: string; readonly timeHeader: string };

/** What a call lacks of the proofs that are asked for, in words; null where it brings them all. Compared in constant time. */
export function proofFault(
  call: Call,
  secrets: Readonly<Record<string, string>>,
  rules: Rules,
  nowMs: number,
): string | null {
  const secret = secrets[SECRET];
  if (secret !== undefined && !isSame(call.headers[SECRET_HEADER] ?? '', secret))
    return `the header ${SECRET_HEADER} is missing or is another`;
  const key = secrets[SIGNATURE_KEY];
  if (key === undefined) return null;
  const header = rules.signatureHeader || USUAL_SIGNATURE_HEADER;
  const time = rules.timeHeader === '' ? null : (call.headers[rules.timeHeader] ?? '');
  if (time !== null && !(Math.abs(nowMs / 1000 - Number(time || Number.NaN)) <= MOST_AGE_SECONDS))
    return `the time in ${rules.timeHeader} is missing or more than five minutes off`;
  const signed = createHmac('sha256', key);
  if (time !== null) signed.update(`${time}:`);
  const expected = signed.update(call.body).digest('hex');
  const given = (call.headers[header] ?? '').replace(/^sha256=/, '').toLowerCase();
  return isSame(given, expected) ? null : `the signature in ${header} is missing or is another`;
}

function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
