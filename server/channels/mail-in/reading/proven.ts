import type { ReadMail } from './mail.ts';
import { withoutComments } from './parameters.ts';
import { shown } from './shown.ts';

export type Proof = { verdict: 'pass' | 'fail' | 'unknown'; why: string };

type Result = { method: string; result: string; properties: ReadonlyMap<string, string> };

/** What a server that checked a mail found: who it is, and its results. */
function resultsIn(header: string): { server: string; results: Result[] } {
  const pieces = withoutComments(header).split(';').slice(0, 100);
  const first = pieces[0]?.trim() ?? '';
  // Microsoft 365 does not say who it is and begins with its first result.
  const unnamed = /^[\w-]+\s*=/.test(first);
  const results = (unnamed ? pieces : pieces.slice(1)).flatMap((piece) => {
    const [head = '', ...rest] = piece.trim().split(/\s+/);
    const match = /^([\w-]+)(?:\/\d+)?=([\w-]+)$/.exec(head);
    if (!match) return [];
    const properties = new Map<string, string>();
    for (const word of rest) {
      const equals = word.indexOf('=');
      if (equals > 0)
        properties.set(
          word.slice(0, equals).toLowerCase(),
          word
            .slice(equals + 1)
            .replace(/^"|"$/g, '')
            .toLowerCase(),
        );
    }
    return [{ method: (match[1] ?? '').toLowerCase(), result: (match[2] ?? '').toLowerCase(), properties }];
  });
  return { server: unnamed ? '' : (first.split(/\s+/)[0] ?? '').toLowerCase(), results };
}

const domainOf = (value: string | undefined): string =>
  (value ?? '').slice((value ?? '').lastIndexOf('@') + 1).replace(/[<>.]+$/, '');

/** Whether two domains belong together as DMARC's relaxed alignment has it: the same, or one below the other. */
function aligned(domain: string, sender: string): boolean {
  if (!domain.includes('.') || !sender.includes('.')) return false;
  return domain === sender || domain.endsWith(`.${sender}`) || sender.endsWith(`.${domain}`);
}

/**
 * Whether a server that we trust found that the mail comes from where its sender says: DMARC, else a signature or a way
 * of the sender's own domain. Only the topmost results of a trusted server count; any others may have been written by
 * the sender. An empty name in `trustedServers` trusts results without a name, as Microsoft 365 writes them.
 */
export function provenBy(mail: ReadMail, trustedServers: readonly string[]): Proof {
  const trusted = trustedServers.map((name) => name.toLowerCase());
  const found = mail
    .header('authentication-results')
    .map(resultsIn)
    .find(({ server }) => trusted.includes(server));
  if (!found)
    return {
      verdict: 'unknown',
      why: 'No server that is trusted says how it checked the sender (header Authentication-Results).',
    };
  const by = found.server === '' ? 'our mail server' : shown(found.server);
  const sender = domainOf(mail.from?.address);
  if (sender === '') return { verdict: 'unknown', why: 'The mail names no sender.' };
  if (mail.header('from').length > 1) return { verdict: 'fail', why: 'The mail has several From headers.' };
  const of = (method: string) => found.results.filter((result) => result.method === method);
  const dmarc = of('dmarc')[0];
  if (dmarc) {
    const named = domainOf(dmarc.properties.get('header.from'));
    const other = named !== '' && !aligned(named, sender);
    if (/^(pass|bestguesspass)$/.test(dmarc.result))
      return other
        ? { verdict: 'fail', why: `${by} checked the domain ${shown(named)}, but the mail is from ${sender}.` }
        : { verdict: 'pass', why: `${by} says that DMARC of ${sender} passed.` };
    if (dmarc.result === 'fail') return { verdict: 'fail', why: `${by} says that DMARC of ${sender} failed.` };
  }
  const signed = of('dkim').find(
    ({ result, properties }) =>
      result === 'pass' && aligned(domainOf(properties.get('header.d') ?? properties.get('header.i')), sender),
  );
  if (signed) return { verdict: 'pass', why: `${by} says that the mail is signed by ${sender} (DKIM).` };
  const way = of('spf').find(({ properties }) =>
    aligned(domainOf(properties.get('smtp.mailfrom') ?? properties.get('smtp.mail')), sender),
  );
  if (way?.result === 'pass')
    return { verdict: 'pass', why: `${by} says that ${sender} sends from that server (SPF).` };
  if (way?.result === 'fail')
    return { verdict: 'fail', why: `${by} says that ${sender} does not send from that server (SPF).` };
  if (of('compauth')[0]?.result === 'fail')
    return { verdict: 'fail', why: `${by} says that the sender could not be confirmed (compauth).` };
  return { verdict: 'unknown', why: `${by} found nothing that confirms ${sender}.` };
}
