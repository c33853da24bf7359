import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type Signer = { privateKey: KeyObject; certificate: string };

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const SHA256_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const nameOf = (text: string) =>
  der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(text)))));
const time = (at: Date) =>
  der(
    0x18,
    Buffer.from(
      at
        .toISOString()
        .replace(/[-:T]/g, '')
        .replace(/\.\d+Z/, 'Z'),
    ),
  );

/** A key, and a certificate of it that signs itself, as PEM: what a provider signs its answers with. */
export function makeSigner(name: string, options: { until?: Date; bits?: number; curve?: string } = {}): Signer {
  const { privateKey, publicKey } = options.curve
    ? generateKeyPairSync('ec', { namedCurve: options.curve })
    : generateKeyPairSync('rsa', { modulusLength: options.bits ?? 2048 });
  const until = options.until ?? new Date(Date.now() + 365 * 86_400_000);
  const body = der(
    0x30,
    der(0x02, Buffer.from([1])),
    SHA256_RSA,
    nameOf(name),
    der(0x30, time(new Date(until.getTime() - 730 * 86_400_000)), time(until)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const base64 = der(0x30, body, SHA256_RSA, signature).toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return { privateKey, certificate: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n` };
}
