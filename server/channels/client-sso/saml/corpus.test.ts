import { SAML } from '@node-saml/node-saml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GOOD, HONEST, HOSTILE, SIGNERS } from '#tests/saml-corpus.ts';
import { SamlFault } from './fault.ts';
import { type Asked, judge } from './judge.ts';
import { everyElement, parse } from './xml.ts';

const asked = (): Asked => ({
  issuer: HONEST.issuer,
  entityId: HONEST.audience,
  acs: HONEST.acs,
  requestId: HONEST.requestId,
  now: Date.now(),
  certificates: [SIGNERS.next.certificate, SIGNERS.provider.certificate],
  signOnUrl: 'https://idp.example/sso',
});

type Judge = (sent: string) => Promise<unknown>;
const ours: Judge = (sent) => judge(sent, asked());

/** What is wrong with a judge, line by line: a hostile document that it takes, or refuses for another reason; a good one that it refuses. */
async function findings(by: Judge): Promise<string[]> {
  const found: string[] = [];
  for (const [what, expected, make] of HOSTILE) {
    const refused = await by(make()).then(
      () => 'taken',
      (error: unknown) => (error instanceof SamlFault ? error.code : 'not said why'),
    );
    if (refused !== expected) found.push(`${what}: ${refused}, not ${expected}`);
  }
  for (const [what, make] of GOOD) {
    const refused = await by(make()).then(() => null, String);
    if (refused !== null) found.push(`${what}: ${refused}`);
  }
  return found;
}
const taken = async (by: Judge) => (await findings(by)).filter((line) => line.includes(': taken'));

test('every hostile document is refused for what is wrong with it, and every good one is taken', async () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(100);
  expect(new Set(HOSTILE.map(([what]) => what)).size).toBe(HOSTILE.length);
  expect(await findings(ours)).toEqual([]);
}, 60_000);

test('the corpus finds whoever reads without asking for a signature', async () => {
  const careless: Judge = async (sent) => {
    const document = await parse(Buffer.from(sent, 'base64').toString());
    const name = [...everyElement(document.documentElement)].find(({ localName }) => localName === 'NameID');
    if (!name) throw new Error('nobody');
  };
  const found = await taken(careless);
  expect(found.length).toBeGreaterThan(50);
  expect(found.join('\n')).toContain('no signature at all');
}, 60_000);

test('the corpus finds what the library alone, set as its users set it, lets pass', async () => {
  const { entityId, certificates, acs, signOnUrl, issuer } = asked();
  const saml = new SAML({
    ...{ idpCert: [...certificates], issuer: entityId, callbackUrl: acs, entryPoint: signOnUrl, idpIssuer: issuer },
    ...{ wantAssertionsSigned: true, wantAuthnResponseSigned: false, acceptedClockSkewMs: 120_000 },
  });
  // What is large keeps it busy for seconds: that is what limits before it are for.
  const library: Judge = async (sent) => {
    if (sent.length > 20_000) throw new Error('too large');
    return saml.validatePostResponseAsync({ SAMLResponse: sent });
  };
  const found = (await taken(library)).join('\n');
  for (const what of [
    'RSA with SHA-1',
    'for another recipient',
    'for another destination',
    'by another issuer',
    'to another request',
  ])
    expect(found).toContain(what);
}, 60_000);

test('whatever is changed in a right answer, it is refused or says the same', async () => {
  const [, make] = GOOD[1] ?? [];
  const whole = Buffer.from(make?.() ?? '', 'base64').toString();
  const { attributes, nameId, id } = await judge(Buffer.from(whole).toString('base64'), asked());
  // Pieces that mean something to a parser, and pieces of the document itself put where they do not belong.
  const pieces = [
    '<',
    '>',
    '"',
    '&amp;',
    '&#98;',
    '/>',
    '<!---->',
    ' ',
    '\n',
    'x',
    '</saml2:NameID><saml2:NameID>',
    'ID="',
    '',
  ];
  const change = fc.record({
    from: fc.nat(whole.length - 1),
    take: fc.nat(300),
    put: fc.oneof(fc.constantFrom(...pieces), fc.tuple(fc.nat(whole.length - 1), fc.nat(2_000))),
  });
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      let text = whole;
      for (const { from, take, put } of changes) {
        const piece = typeof put === 'string' ? put : whole.slice(put[0], put[0] + put[1]);
        text = text.slice(0, from) + piece + text.slice(from + take);
      }
      const found = await judge(Buffer.from(text).toString('base64'), asked()).catch((error: unknown) => {
        if (!(error instanceof SamlFault)) throw error;
        return null;
      });
      if (!found) return;
      read++;
      expect([found.nameId, found.id, found.attributes]).toEqual([nameId, id, attributes]);
    }),
    { numRuns: 400 },
  );
  expect(read).toBeLessThan(200);
}, 60_000);
