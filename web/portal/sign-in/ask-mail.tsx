import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { usePortalCode } from '../brand.ts';
import { PortalDoor } from '../portal-door.tsx';
import { t } from '../words/t.ts';
import { OneField } from './one-field.tsx';
import { Providers } from './providers.tsx';
import { refusedWords } from './refused.ts';

type Props = {
  /** A link brought somebody here and is worth nothing any more. */
  spent: boolean;
  onAsked(email: string): void;
  onPassword(email: string): void;
};

/** The ways in: the company's own providers, and one's address, for which a password is asked next or a mail with a link is sent. */
export function AskMail({ spent, onAsked, onPassword }: Props) {
  const code = usePortalCode();
  const door = code ? { for: code } : {};
  const refused = new URLSearchParams(window.location.search).get('refused');
  const { data, isPending } = useGet('GET /portal/sign-in', { query: door });
  if (isPending) return null;
  const providers = data?.providers ?? [];
  if (!data?.mail && !data?.password && providers.length === 0)
    return (
      <PortalDoor title={t(spent ? 'common.linkUsed' : 'enter.needed')}>
        <p>{t('enter.askForOne')}</p>
      </PortalDoor>
    );
  return (
    <PortalDoor title={t(spent ? 'common.linkUsed' : 'frame.signIn')} intro={spent ? undefined : t('enter.intro')}>
      {refused && <p role="alert">{refusedWords(refused)}</p>}
      <Providers items={providers} />
      {(data?.mail || data?.password) && (
        <>
          <OneField
            field={{ label: t('enter.email'), type: 'email', autoComplete: 'username', maxLength: 254 }}
            submit={t(data.password ? 'enter.next' : 'enter.sendLink')}
            wrong={(text) => (/^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(text) ? null : t('enter.emailWrong'))}
            refused={t('enter.emailWrong')}
            send={async (text) => {
              const email = text.trim();
              if (data.password) return onPassword(email);
              await call('POST /portal/sign-in-mails', { body: { email, ...door } });
              onAsked(email);
            }}
          />
          {!data.password && <p className="f-dim">{t('enter.noPassword')}</p>}
        </>
      )}
    </PortalDoor>
  );
}
