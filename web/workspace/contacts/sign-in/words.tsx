import type { ReactNode } from 'react';
import type { ContactSignIn, SignInWay } from '#shared/portal-sign-in.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

/** Whether they have an address, and have signed in at a provider of their company. */
type Known = { email: string | null; linked: boolean };
type Fact = readonly [name: string, value: ReactNode];

/** How somebody came in, as an end of "Last signed in yesterday, …". */
const CAME: Readonly<Record<SignInWay, string>> = {
  staff_link: 'by a link of yours',
  mail: 'by mail',
  password: 'by password',
  sso: 'at their company’s provider',
};

/** What staff should know of how somebody signs in; what the policy leaves no place for is left out. */
export function factsOf(signIn: ContactSignIn, known: Known): Fact[] {
  return [
    ['Open to them', waysIn(signIn, known)],
    ['Last signed in', lastCame(signIn)],
    ['Password', password(signIn)],
    ['Second factor', secondFactor(signIn)],
    ['Signed in now', signIn.sessions.length === 0 ? 'Nowhere' : null],
  ];
}

function lastCame({ lastSignIn }: ContactSignIn): ReactNode {
  if (!lastSignIn) return 'Not in the last 90 days';
  return (
    <>
      <TimeAgo at={lastSignIn.at} long />, {CAME[lastSignIn.way]}
    </>
  );
}

/** The ways that the policy leaves them, as things stand: whoever has no address gets no mail, and no provider finds them by it. */
function waysIn({ ways, providers, mailIsSent }: ContactSignIn, { email, linked }: Known): ReactNode {
  const open = [
    ...(ways.mail && email && mailIsSent ? ['A mail that they ask for'] : []),
    ...(ways.password && email ? ['A password'] : []),
    ...(email || linked ? providers : []),
  ];
  const missing = [
    ...(email ? [] : ['They have no e-mail address.']),
    ...(ways.mail && email && !mailIsSent ? ['No mail is sent, so they cannot ask for one.'] : []),
  ];
  return (
    <>
      {open.length === 0 && missing.length === 0 && 'Only a link of yours'}
      {open.map((way) => (
        <div key={way}>
          <bdi>{way}</bdi>
        </div>
      ))}
      {missing.map((line) => (
        <div key={line} className="f-dim">
          {line}
        </div>
      ))}
    </>
  );
}

function password({ ways, passwordSetAt, invitedUntil }: ContactSignIn): ReactNode {
  if (!ways.password) return passwordSetAt && 'Has one, which the policy does not allow';
  return (
    <>
      {passwordSetAt ? (
        <>
          Chosen <TimeAgo at={passwordSetAt} long />
        </>
      ) : (
        'None yet'
      )}
      {invitedUntil && (
        <div className="f-dim">
          A link to choose one works until <TimeAgo at={invitedUntil} long />
        </div>
      )}
    </>
  );
}

function secondFactor({ secondFactor: asked, totpSince, recoveryCodesLeft }: ContactSignIn): ReactNode {
  if (!totpSince && asked !== 'off') return asked === 'required' ? 'None yet; asked for when they sign in' : 'None';
  return (
    totpSince && (
      <>
        Codes from an app since <TimeAgo at={totpSince} long />
        <div className="f-dim">
          {recoveryCodesLeft === 1 ? '1 recovery code' : `${recoveryCodesLeft} recovery codes`} left
          {asked === 'off' && '; the policy asks nobody'}
        </div>
      </>
    )
  );
}
