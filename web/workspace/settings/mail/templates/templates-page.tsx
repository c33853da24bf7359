import { LANGUAGE_NAMES, LANGUAGES, type Spoken } from '#shared/languages.ts';
import { MAIL_KINDS, type MailKind } from '#shared/mail-words.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { placeKey, placeQuery, usePlace } from '../../values/place.ts';
import { TemplateForm } from './template-form.tsx';
import '../mail.css';

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];

/** The words of each mail to clients' people, by language, and for everybody, a group or one client. */
export default function TemplatesPage() {
  const { place, name, choices, choose } = usePlace();
  const { at, go } = useAddress();
  const kind = KINDS.find((one) => one === at.get('mail')) ?? 'reply';
  const language = LANGUAGES.find((one) => one === at.get('language')) ?? 'en';
  const { data, error, refetch } = useGet('GET /settings', { query: placeQuery(place) });
  const setting = data?.items.find(({ key }) => key === `mail.template.${kind}`);
  return (
    <>
      <PageHead title="Mail templates" />
      <div className="f-place-bar">
        <Select
          aria-label="For whom"
          data={choices}
          value={placeKey(place)}
          onChange={(next) => next && choose(next)}
          allowDeselect={false}
          searchable
          w={220}
        />
        <Select
          aria-label="Which mail"
          data={KINDS.map((value) => ({ value, label: MAIL_KINDS[value].name }))}
          value={kind}
          onChange={(next) => go({ mail: next })}
          w={200}
        />
        <Select
          aria-label="Language"
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={language}
          onChange={(next) => go({ language: next as Spoken | null })}
          w={130}
        />
        <span className="f-dim">
          {MAIL_KINDS[kind].when} Mail goes in the language that the portal speaks to the person.
        </span>
      </div>
      {setting ? (
        <TemplateForm
          key={`${kind} ${language} ${placeKey(place)}`}
          setting={setting}
          kind={kind}
          language={language}
          place={place}
          placeName={name}
        />
      ) : (
        <PageBody>
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonLines lines={8} />}
        </PageBody>
      )}
    </>
  );
}
