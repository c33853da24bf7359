import { useEffect } from 'react';
import { LANGUAGES, type Spoken } from '#shared/languages.ts';
import { meNow } from '#web/api/here.ts';
import { keyOf, queryClient, useDo } from '#web/api/use.ts';
import { useLanguage } from '#web/ui/words/words.ts';
import { speak, speakAs } from './speak.ts';
import { t } from './t.ts';

/** Each language as its own people call it, so that whoever reads no other finds it. */
const OWN_NAMES: Readonly<Record<Spoken, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  nl: 'Nederlands',
};

/** The browser's own list, which weighs nothing. Chooses the language: kept with the person where somebody is signed in, by the browser otherwise. */
export function LanguagePicker({ offered = LANGUAGES }: { offered?: readonly Spoken[] | undefined }) {
  const language = useLanguage();
  const [instead] = offered.includes(language) ? [] : offered.includes('en') ? (['en'] as const) : offered;
  // A visitor's browser may ask for a language that this portal does not offer.
  useEffect(() => {
    if (instead) void speak(instead).catch(() => {});
  }, [instead]);
  const choose = useDo('PUT /portal/language', { failed: t('frame.notChanged') });
  const change = async (next: Spoken) => {
    const me = meNow();
    if (me?.kind === 'contact') {
      await choose.mutateAsync({ body: { language: next } });
      // Known at once, because each page asks in which language it is to be.
      queryClient.setQueryData(keyOf('GET /me', {}), { ...me, language: next });
    }
    await speakAs(next);
    // What the server says is in the language as well.
    await queryClient.invalidateQueries();
  };
  if (offered.length < 2) return null;
  return (
    <select
      className="f-portal-language"
      aria-label={t('frame.language')}
      value={language}
      disabled={choose.isPending}
      onChange={(event) => void change(event.currentTarget.value as Spoken).catch(() => {})}
    >
      {LANGUAGES.filter((one) => one === language || offered.includes(one)).map((one) => (
        <option key={one} value={one} lang={one}>
          {OWN_NAMES[one]}
        </option>
      ))}
    </select>
  );
}
