import { Switch } from '@mantine/core';
import type { PortalPolicy } from '#shared/portal-sign-in.ts';
import { NeededNumber } from './number.tsx';
import type { EditorProps } from './types.ts';

const MOST_HOURS = 720;
const HOURS_A_DAY = 24;

/** How long somebody stays signed in, as people say it. */
export const lasts = (hours: number): string => {
  if (hours === 1) return 'an hour';
  if (hours % HOURS_A_DAY !== 0) return `${hours} hours`;
  return hours === HOURS_A_DAY ? 'a day' : `${hours / HOURS_A_DAY} days`;
};

/** By which ways a client's people sign in, and for how long. */
export function PortalSignInEditor({ value, readOnly, onChange }: EditorProps<PortalPolicy>) {
  if (readOnly) return <p className="f-plain">{inWords(value)}</p>;
  return (
    <>
      <Switch
        label="By a mail that they ask for"
        description="A link and a code to the address that you have of them"
        checked={value.mail}
        onChange={(event) => onChange({ ...value, mail: event.currentTarget.checked })}
      />
      <Switch
        label="At their company’s own identity provider"
        description="Where one is set up for the client; turn mail off to require it"
        checked={value.sso}
        onChange={(event) => onChange({ ...value, sso: event.currentTarget.checked })}
      />
      <NeededNumber
        label="Signed in for"
        description="Hours, after which they sign in again; a day without a request ends it as well"
        min={1}
        max={MOST_HOURS}
        allowDecimal={false}
        maw={320}
        value={value.sessionHours}
        onChange={(next) => onChange({ ...value, sessionHours: next })}
      />
    </>
  );
}

function inWords({ mail, sso, sessionHours }: PortalPolicy): string {
  const ways =
    mail && sso
      ? 'by mail or at their company’s own provider'
      : mail
        ? 'by mail'
        : 'at their company’s own provider only';
  return `They sign in ${ways}, and stay signed in for ${lasts(sessionHours)}.`;
}

/** What the client's people will see. */
export function PortalSignInPreview({ value: { mail, sso, sessionHours } }: { value: PortalPolicy }) {
  return (
    <div className="f-preview" role="status">
      <p className="f-legend">What their people will see</p>
      {!mail && !sso && <p className="f-plain">No way in at all. This cannot be saved.</p>}
      {sso && (
        <p className="f-plain">
          A button “Continue with …” for each identity provider of the client{mail ? ', if it has one' : ''}.
        </p>
      )}
      {mail && <p className="f-plain">A field for their e-mail address, to which a link and a code are sent.</p>}
      {!mail && sso && (
        <p className="f-plain">
          Whoever asks for a mail on your common page gets one that leads to their company’s own sign-in. Whoever came
          in by mail is signed out at once.
        </p>
      )}
      <p className="f-plain f-dim">
        After {lasts(sessionHours)} they sign in again. A link that you make on a contact’s page always works: use it
        when a provider is down.
      </p>
    </div>
  );
}
