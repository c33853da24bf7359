import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { checkMailText } from '#kernel/mail-template.ts';
import { LANGUAGE_NAMES, type Spoken } from '#shared/languages.ts';
import { MAIL_KINDS, MAIL_VARIABLES, type MailKind, type MailKindWords, type MailText } from '#shared/mail-words.ts';
import type { SettingView } from '#shared/settings.ts';
import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { AreaField, TextField } from '#web/ui/form/fields.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { capital } from '#web/ui/text/capital.ts';
import { useCan } from '../../../session/me.ts';
import { send } from '../../../session/send.ts';
import { ownStep, type Place, placeOf, placeQuery } from '../../values/place.ts';
import { sourceName } from '../../values/source.ts';
import { TOUCHED } from '../../values/touched.ts';
import { TemplatePreview } from './template-preview.tsx';
import { type ByLanguage, without, wordsIn } from './words.ts';

/** "there is no …" is a sentence of its own; "must …" is about the field. */
const sayFault = (message: string): string =>
  message.startsWith('there') ? `${capital(message)}.` : `This ${message}.`;

type Props = { setting: SettingView; kind: MailKind; language: Spoken; place: Place; placeName: string };

const LABELS = { subject: 'Subject', text: 'Text' } as const;

/** The words of one mail in one language at one place: theirs, or what they inherit until they are changed. */
export function TemplateForm(props: Props) {
  const { step } = wordsIn(props.setting, props.language);
  const isOwn = step !== undefined && step === ownStep(props.setting, props.place);
  // What was put back has a lower version, or none: the form begins anew with what is inherited.
  const [seen, setSeen] = useState({ isOwn, round: 0 });
  if (seen.isOwn !== isOwn) setSeen({ isOwn, round: isOwn ? seen.round : seen.round + 1 });
  return <Words key={seen.round} {...props} />;
}

function Words({ setting, kind, language, place, placeName }: Props) {
  const { key } = setting;
  const can = useCan();
  const own = ownStep(setting, place);
  const { words, step } = wordsIn(setting, language);
  const isOwn = step !== undefined && step === own;
  const put = (value: ByLanguage, version: number) =>
    send('PUT /settings/{key}', { params: { key }, body: { ...placeOf(place), value, version } }, TOUCHED);
  const form = useForm<MailText>({
    values: words,
    version: own?.version ?? 0,
    draft: `${key}.${language}.${place.level}.${place.id ?? ''}`,
    judge: (typed) =>
      Object.fromEntries(checkMailText(kind, typed).map(({ path, message }) => [path, sayFault(message)])),
    rename: (path) => path.replace(`value.${language}.`, ''),
    save: ({ values, version }) =>
      put({ ...(own?.value as ByLanguage | undefined), [language]: { ...values } }, version),
    latest: async () => {
      const { items } = await call('GET /settings', { query: placeQuery(place) });
      const stored = items.find((one) => one.key === key) ?? setting;
      return { values: wordsIn(stored, language).words, version: ownStep(stored, place)?.version ?? 0 };
    },
    onSaved: () => toast.done(`Saved for ${placeName}`),
  });
  const putBack = async () => {
    if (!own) return;
    const before = own.value as ByLanguage;
    const version = own.version ?? 0;
    const rest = without(before, language);
    try {
      if (rest) await put(rest, version);
      else await send('DELETE /settings/{key}', { params: { key }, query: { ...placeOf(place), version } }, TOUCHED);
      form.reset();
      const again = () => put(before, rest ? version + 1 : 0);
      toast.done('Put back', { undo: () => again().catch((error: unknown) => toast.fault(error, 'Not undone')) });
    } catch (error) {
      toast.fault(error, 'Not put back');
    }
  };
  const mayEdit = can('settings.manage');
  return (
    <PageBody
      aside={
        <>
          <TemplatePreview kind={kind} language={language} words={form.values} place={place} />
          <Variables kind={kind} />
        </>
      }
    >
      <Section
        title={`${MAIL_KINDS[kind].name}, ${LANGUAGE_NAMES[language]}`}
        actions={
          <>
            <Badge {...(isOwn ? {} : { color: 'gray' })}>{step ? sourceName(step.source) : ''}</Badge>
            {isOwn && mayEdit && (
              <Button variant="default" size="compact-sm" onClick={() => void putBack()}>
                Put back
              </Button>
            )}
          </>
        }
      >
        {mayEdit ? (
          <FormShell form={form} submit="Save" labels={LABELS}>
            <TextField form={form} name="subject" label={LABELS.subject} maxLength={200} required />
            <AreaField
              form={form}
              name="text"
              label={LABELS.text}
              autosize
              minRows={8}
              maxRows={24}
              maxLength={5_000}
            />
          </FormShell>
        ) : (
          <>
            <p className="f-plain">
              <strong>{words.subject}</strong>
            </p>
            <p className="f-plain f-notice">{words.text}</p>
          </>
        )}
      </Section>
    </PageBody>
  );
}

function Variables({ kind }: { kind: MailKind }) {
  const { variables, message }: MailKindWords = MAIL_KINDS[kind];
  return (
    <Section title="Words that are filled in">
      <dl className="f-mail-variables">
        {message && (
          <div>
            <dt className="f-mono">{'{{message}}'}</dt>
            <dd>{message}</dd>
          </div>
        )}
        {variables.map((name) => (
          <div key={name}>
            <dt className="f-mono">{`{{${name}}}`}</dt>
            <dd>{MAIL_VARIABLES[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="f-plain f-dim">
        A word for when there is none stands after a bar: <span className="f-mono">{'{{team.name | the desk}}'}</span>.
        The line to answer above and the link to the ticket are added to every mail.
      </p>
    </Section>
  );
}
