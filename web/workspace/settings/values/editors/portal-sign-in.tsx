import { Radio, Switch } from '@mantine/core';
import type { PortalPolicy } from '#shared/portal-sign-in.ts';
import { SECOND_FACTOR_RULES } from '#shared/sign-in-words.ts';
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
        label="By a password"
        description="As long as yours: at least fifteen characters, and none of those that everybody tries"
        checked={value.password}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.checked })}
      />
      <Switch
        label="At their company’s own identity provider"
        description="Where one is set up for the client; turn the other ways off to require it"
        checked={value.sso}
        onChange={(event) => onChange({ ...value, sso: event.currentTarget.checked })}
      />
      <Radio.Group
        label="Codes from an app, as a second factor"
        description="Asked for after a mail, a password or a link of yours"
        value={value.secondFactor}
        onChange={(next) => onChange({ ...value, secondFactor: next as PortalPolicy['secondFactor'] })}
      >
        {SECOND_FACTOR_RULES.map((rule) => (
          <Radio key={rule} value={rule} label={FACTOR_WORDS[rule]} mt={8} />
        ))}
      </Radio.Group>
      <Switch
        label="Also of those who come from their company’s own provider"
        description="Off: the provider sees to its own second factor"
        disabled={value.secondFactor === 'off' || !value.sso}
        checked={value.ssoSecondFactor}
        onChange={(event) => onChange({ ...value, ssoSecondFactor: event.currentTarget.checked })}
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

const FACTOR_WORDS: Readonly<Record<PortalPolicy['secondFactor'], string>> = {
  off: 'Nobody is asked',
  optional: 'Whoever sets it up is asked',
  elevated: 'Required of those who see the whole company or have a role',
  required: 'Required of everybody',
};

/** The ways that are open, as a list in words. */
function waysOf({ mail, password, sso }: PortalPolicy): string {
  const ways = [
    ...(mail ? ['by mail'] : []),
    ...(password ? ['by password'] : []),
    ...(sso ? ['at their company’s own provider'] : []),
  ];
  const said = ways.length < 2 ? (ways[0] ?? 'in no way') : `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}`;
  return sso && ways.length === 1 ? `${said} only` : said;
}

function inWords(policy: PortalPolicy): string {
  const codes = FACTOR_WORDS[policy.secondFactor].toLowerCase();
  return `They sign in ${waysOf(policy)}, and stay signed in for ${lasts(policy.sessionHours)}. Codes from an app: ${codes}.`;
}

/** What the client's people will see. */
export function PortalSignInPreview({ value }: { value: PortalPolicy }) {
  const { mail, password, sso, secondFactor, ssoSecondFactor, sessionHours } = value;
  const required = secondFactor === 'required' || secondFactor === 'elevated';
  return (
    <div className="f-preview" role="status">
      <p className="f-legend">What their people will see</p>
      {!mail && !password && !sso && <p className="f-plain">No way in at all. This cannot be saved.</p>}
      {sso && (
        <p className="f-plain">
          A button “Continue with …” for each identity provider of the client
          {mail || password ? ', if it has one' : ''}.
        </p>
      )}
      {mail && <p className="f-plain">A field for their e-mail address, to which a link and a code are sent.</p>}
      {password && (
        <p className="f-plain">
          After their address, a field for their password. They choose one by a mail that they ask for there, by an
          invitation that you send from their page{mail || sso ? ', or on their account page' : ''}.
        </p>
      )}
      {!mail && !password && sso && (
        <p className="f-plain">
          Whoever asks for a mail on your common page gets one that leads to their company’s own sign-in. Whoever came
          in by mail or password is signed out at once.
        </p>
      )}
      {required && (
        <p className="f-plain">
          Until they have set up codes from an app they can do nothing else, those too who are signed in now
          {sso && !ssoSecondFactor ? '; not who comes from the company’s own provider' : ''}.
        </p>
      )}
      <p className="f-plain f-dim">
        After {lasts(sessionHours)} they sign in again. A link that you make on a contact’s page always works: use it
        when a provider is down.
      </p>
    </div>
  );
}
