import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MajorView } from '#shared/major.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField, SwitchField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../session/send.ts';
import { NextWord } from './state.tsx';
import { TOUCHED } from './words.ts';

/** What clients were told, when the next word is due, and saying it. */
export function Telling({ major, may }: { major: MajorView; may: boolean }) {
  const [saying, setSaying] = useState(false);
  const { updates, nextUpdateAt, clients, toldTitle, announcementId } = major;
  const mayTell = may && nextUpdateAt !== null;
  useShortcuts([
    { combo: 'u', label: 'Tell clients', group: 'Major incident', off: !mayTell, run: () => setSaying(true) },
  ]);
  const actions = mayTell && (
    <Button size="compact-sm" onClick={() => setSaying(true)}>
      Tell clients…
    </Button>
  );
  return (
    <Section title="Told to clients" actions={actions}>
      {nextUpdateAt && (
        <p className="f-plain">
          Next word <NextWord at={nextUpdateAt} />
        </p>
      )}
      {updates.length === 0 ? (
        <p className="f-dim f-plain">Nobody outside has been told yet.</p>
      ) : (
        <>
          <p className="f-plain">
            They read it as “<bdi>{toldTitle}</bdi>”
            {announcementId && (
              <>
                {' · '}
                <Link to="/announcements/$id" params={{ id: announcementId }}>
                  its announcement
                </Link>
              </>
            )}
          </p>
          <ol className="f-major-updates">
            {updates.toReversed().map((one) => (
              <li key={one.id}>
                <span className="f-dim">
                  <TimeAgo at={one.at} long />
                  {one.by && (
                    <>
                      {' · '}
                      <bdi>{one.by}</bdi>
                    </>
                  )}
                </span>
                <p>{one.text}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      {clients.length > 0 && (
        <p className="f-dim f-plain">
          Affected: <bdi>{clients.map(({ name }) => name).join(', ')}</bdi>
        </p>
      )}
      <Dialog title="Tell clients" opened={saying} onClose={() => setSaying(false)}>
        {saying && <SayForm major={major} onClose={() => setSaying(false)} />}
      </Dialog>
    </Section>
  );
}

/** Words to begin with, by where it stands; they name nothing of anybody. */
const TEMPLATES: Readonly<Record<string, string>> = {
  first: 'We know of it and are looking for the cause. We will write again as soon as we know more.',
  declared: 'We are still working on it. What we know so far: ',
  stabilised: 'It does not get any worse. We are working on bringing everything back: ',
};

function SayForm({ major, onClose }: { major: MajorView; onClose(): void }) {
  const [version] = useState(major.version);
  const isFirst = major.updates.length === 0;
  const form = useForm<{ text: string; mail: boolean }>({
    values: { text: TEMPLATES[isFirst ? 'first' : major.state] ?? '', mail: isFirst },
    rules: { text: needed('what clients are told') },
    draft: `major.${major.id}.say.${major.updates.length}`,
    save: ({ values: { text, mail } }) =>
      send(
        'POST /major-incidents/{idOrKey}/updates',
        { params: { idOrKey: major.id }, body: { version, text: text.trim(), ...(isFirst ? { mail } : {}) } },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done('Told');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Tell them" onCancel={onClose}>
      <p className="f-plain">
        {major.clients.length === 1
          ? 'People of the affected client read this in their portal.'
          : `People of ${major.clients.length} affected clients read this in their portal. Name none of them.`}
      </p>
      <AreaField
        form={form}
        name="text"
        label="What is to be said"
        autosize
        minRows={4}
        maxRows={14}
        maxLength={5_000}
        data-autofocus
      />
      {isFirst && (
        <SwitchField
          form={form}
          name="mail"
          label="Also write a mail to them"
          description="They then hear by mail how it goes on, too, until they stop it"
        />
      )}
    </FormShell>
  );
}
