import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { usePortalCode } from '../brand.ts';
import { PortalDoor } from '../portal-door.tsx';
import { t } from '../words/t.ts';
import { OneField } from './one-field.tsx';
import { Providers } from './providers.tsx';
import { refusedWords } from './refused.ts';

/** The ways in: the company's own providers, and a mail with a link. `spent`: a link brought somebody here and is worth nothing any more. */
export function AskMail({ spent, onAsked }: { spent: boolean; onAsked(email: string): void }) {
  const code = usePortalCode();
  const door = code ? { for: code } : {};
  const refused = new URLSearchParams(window.location.search).get('refused');
  const { data, isPending } = useGet('GET /portal/sign-in', { query: door });
  if (isPending) return null;
  const providers = data?.providers ?? [];
  if (!data?.mail && providers.length === 0)
    return (
      <PortalDoor title={t(spent ? 'enter.used' : 'enter.needed')}>
        <p>{t('enter.askForOne')}</p>
      </PortalDoor>
    );
  return (
    <PortalDoor title={t(spent ? 'enter.used' : 'frame.signIn')} intro={spent ? undefined : t('enter.intro')}>
      {refused && <p role="alert">{refusedWords(refused)}</p>}
      <Providers items={providers} />
      {data?.mail && (
        <>
          <OneField
            field={{ label: t('enter.email'), type: 'email', autoComplete: 'email', maxLength: 254 }}
            submit={t('enter.sendLink')}
            wrong={(text) => (/^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(text) ? null : t('enter.emailWrong'))}
            refused={t('enter.emailWrong')}
            send={async (text) => {
              const email = text.trim();
              await call('POST /portal/sign-in-mails', { body: { email, ...door } });
              onAsked(email);
            }}
          />
          <p className="f-dim">{t('enter.noPassword')}</p>
        </>
      )}
    </PortalDoor>
  );
}
