import { X509Certificate } from 'node:crypto';

const LEAST_BITS = 2048;

/** A signing certificate as PEM, from PEM or from bare base64 as it stands in metadata; or what is wrong with it. */
export function readCertificate(text: string): { pem: string } | { wrong: string } {
  const bare = text.replace(/-----(?:BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare))
    return { wrong: 'is no certificate: paste it from -----BEGIN CERTIFICATE----- on' };
  try {
    const certificate = new X509Certificate(Buffer.from(bare, 'base64'));
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
    if (type !== 'rsa') return { wrong: `holds a key of the kind ${type}; only RSA can be checked` };
    if ((details?.modulusLength ?? 0) < LEAST_BITS)
      return { wrong: `holds a key of ${details?.modulusLength} bits; at least ${LEAST_BITS} are safe` };
    return { pem: certificate.toString() };
  } catch {
    return { wrong: 'cannot be read as a certificate' };
  }
}

/** What is shown of a certificate. */
export function describeCertificate(pem: string): {
  pem: string;
  name: string;
  fingerprint: string;
  expiresAt: string;
} {
  const certificate = new X509Certificate(pem);
  const said = /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject.split('\n')[0] ?? '';
  // Commas and the like are marked there.
  const name = said.replace(/\\(.)/g, '$1');
  return { pem, name, fingerprint: certificate.fingerprint256, expiresAt: certificate.validToDate.toISOString() };
}
