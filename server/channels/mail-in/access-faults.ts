import type { FieldError } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isLoopbackHost, isLoopbackName } from '#platform/egress/index.ts';
import { faultsOfServer, goesElsewhere } from '#server/channels/mail-out/index.ts';
import type { MailboxOauth, PutMailbox } from '#shared/mail.ts';
import { type AccessBefore, endpointsFor, graphPlace, isSameApplication } from './put-access.ts';

/** What is wrong about how a mailbox is to be reached. */
export async function accessFaults(ctx: Ctx, input: PutMailbox, before: AccessBefore | null): Promise<FieldError[]> {
  const { kind, imap, graph } = input;
  const faults: FieldError[] = [];
  if (kind !== 'imap' && imap) faults.push({ path: 'imap', message: 'is for mailboxes that are read over IMAP' });
  if (kind !== 'graph' && graph)
    faults.push({ path: 'graph', message: 'is for mailboxes that are read by Microsoft Graph' });
  if (kind === 'imap')
    return imap
      ? [...faults, ...(await imapFaults(imap, input, before))]
      : [...faults, { path: 'imap', message: 'must say where the mailbox is' }];
  if (kind === 'graph')
    return graph
      ? [...faults, ...graphFaults(ctx, graph, input, before)]
      : [...faults, { path: 'graph', message: 'must say how the mailbox is signed in to' }];
  return faults;
}

async function imapFaults(
  imap: NonNullable<PutMailbox['imap']>,
  input: PutMailbox,
  before: AccessBefore | null,
): Promise<FieldError[]> {
  const { password } = imap;
  const faults = await faultsOfServer(imap, 'imap.');
  if (imap.oauth) return [...faults, ...oauthFaults(imap.oauth, input, before, 'imap.oauth.')];
  const isNew = before?.host === null;
  if (password === undefined && !before?.password) faults.push({ path: 'imap.password', message: 'must be given' });
  else if (password === undefined && before && !isNew && goesElsewhere(imap, before))
    faults.push({
      path: 'imap.password',
      message: 'must be given again, since it would go to another server or user',
    });
  return faults;
}

/** Graph is asked over HTTPS alone; on this very machine only where Fettle itself is reached there, which is for development. */
function graphFaults(
  ctx: Ctx,
  graph: NonNullable<PutMailbox['graph']>,
  input: PutMailbox,
  before: AccessBefore | null,
): FieldError[] {
  const { url } = graphPlace(graph, input.address, before);
  const place = URL.parse(url);
  const isHere = place !== null && isLoopbackHost(place);
  const mayBeHere = isLoopbackName(new URL(ctx.services.baseUrl).hostname);
  if (place === null || (isHere ? !mayBeHere : place.protocol !== 'https:'))
    return [{ path: 'graph.url', message: 'must be the address of Microsoft Graph, with https' }];
  if (graph.oauth.provider === 'google')
    return [{ path: 'graph.oauth.provider', message: 'must be Microsoft for Microsoft Graph' }];
  if (endpointsFor(input) === null)
    return [{ path: 'graph.url', message: 'is none of Microsoft’s clouds: name where tokens are given as well' }];
  return oauthFaults(graph.oauth, input, before, 'graph.oauth.');
}

function oauthFaults(
  oauth: MailboxOauth,
  input: PutMailbox,
  before: AccessBefore | null,
  prefix: string,
): FieldError[] {
  const { tokenUrl = '', authorizeUrl = '' } = endpointsFor(input) ?? {};
  const faults: FieldError[] = [];
  const web = (url: string) => ['https:', 'http:'].includes(URL.parse(url)?.protocol ?? '');
  if (!web(tokenUrl)) faults.push({ path: `${prefix}tokenUrl`, message: 'must be a web address' });
  if (!web(authorizeUrl)) faults.push({ path: `${prefix}authorizeUrl`, message: 'must be a web address' });
  if (oauth.provider === 'google' && oauth.grant === 'app')
    faults.push({ path: `${prefix}grant`, message: 'must be "code" for Google' });
  if (oauth.provider === 'microsoft' && oauth.grant === 'app' && !oauth.tenant)
    faults.push({ path: `${prefix}tenant`, message: 'must be named: an application signs in to one tenant' });
  if (oauth.clientSecret === undefined && !isSameApplication(oauth, tokenUrl, before))
    faults.push({ path: `${prefix}clientSecret`, message: 'must be given with this application' });
  return faults;
}
