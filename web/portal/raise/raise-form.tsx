import { Button, FileButton, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { textToHtml } from '#shared/html.ts';
import type { RaiseOptions } from '#shared/portal.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useFocusFault } from '#web/ui/form/focus-fault.ts';
import { useKept } from '#web/ui/form/use-kept.ts';
import { Part, preload } from '#web/ui/load/part.tsx';
import { useAttach } from '#web/ui/text/attach.ts';
import { Attached } from '#web/ui/text/attached.tsx';
import { bringsFiles, filesMeant } from '#web/ui/text/files.ts';
import { heard } from '#web/ui/words/words.ts';
import { KnownTrouble } from '../status/known.tsx';
import { t } from '../words/t.ts';
import { addressesIn } from './addresses.ts';
import { EMPTY_RAISE } from './raise.ts';
import { SpareAsking } from './spare-asking.tsx';
import '#web/ui/form/form.css';
import './raise.css';

/** Where one chooses among many comes with what there is to choose from. */
const loadMore = () => import('./more-fields.tsx').then(({ MoreFields }) => MoreFields);
preload(loadMore);

/** What is wrong, with all that belongs to it. */
export function RaiseForm({ options }: { options: RaiseOptions }) {
  const navigate = useNavigate();
  const ref = useRef<HTMLFormElement>(null);
  const { values, change, clear, restored } = useKept('portal.raise', EMPTY_RAISE);
  const { attach, busy } = useAttach(options.clientId, change);
  const raise = useDo('POST /portal/tickets', {
    lasting: true,
    failed: false,
    refresh: ['GET /portal/tickets'],
    onDone: async ({ key }) => {
      clear();
      await navigate({ to: '/portal/tickets/$key', params: { key } });
    },
  });
  useFocusFault(ref, raise.error);
  const faults = { ...fieldErrors(raise.error) };
  const refused = raise.error && Object.keys(faults).length === 0 ? heard(toProblem(raise.error).message) : null;
  const { title, text, attachments, forWhom, siteId, serviceId, people, addresses } = values;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (raise.isPending || busy || title.trim() === '') return;
    raise.mutate({
      body: {
        title: title.trim(),
        description: textToHtml(text.trim()),
        attachmentIds: attachments.map(({ id }) => id),
        contactIds: people.map(({ id }) => id),
        addresses: addressesIn(addresses),
        ...(forWhom ? { forContactId: forWhom.id } : {}),
        ...(siteId ? { siteId } : {}),
        ...(serviceId ? { serviceId } : {}),
      },
    });
  };
  const take = (data: DataTransfer | null): boolean => {
    const files = filesMeant(data);
    if (files.length > 0) void attach(files);
    return files.length > 0;
  };
  return (
    <form
      ref={ref}
      className="f-portal-form"
      noValidate
      onSubmit={send}
      onPaste={(event) => take(event.clipboardData) && event.preventDefault()}
      onDragOver={(event) => bringsFiles(event.dataTransfer) && event.preventDefault()}
      onDrop={(event) => take(event.dataTransfer) && event.preventDefault()}
    >
      {restored && (
        <p className="f-form-note" role="status">
          {t('raise.restored')}{' '}
          <button type="button" onClick={clear}>
            {t('raise.discard')}
          </button>
        </p>
      )}
      <KnownTrouble serviceId={serviceId} />
      <TextInput
        label={t('raise.line')}
        required
        autoFocus
        maxLength={200}
        value={title}
        error={faults['title']}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('raise.more')}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={20_000}
        value={text}
        error={faults['description']}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <SpareAsking
        typed={`${title}\n${text}`}
        onSolved={async () => {
          clear();
          toast.done(t('raise.glad'));
          await navigate({ to: '/portal' });
        }}
      />
      <Attached
        files={attachments}
        onRemove={(gone) => change((now) => ({ attachments: now.attachments.filter(({ id }) => id !== gone) }))}
      />
      <div className="f-portal-buttons">
        <FileButton multiple onChange={(files) => void attach(files)}>
          {(props) => (
            <Button variant="default" {...props} loading={busy}>
              {t('files.attach')}
            </Button>
          )}
        </FileButton>
        <FileButton
          accept="image/*"
          inputProps={{ capture: 'environment' }}
          onChange={(file) => void attach(file ? [file] : [])}
        >
          {(props) => (
            <Button variant="default" className="f-raise-camera" {...props} disabled={busy}>
              {t('raise.photo')}
            </Button>
          )}
        </FileButton>
        <span className="f-dim f-raise-drop">{t('raise.drop')}</span>
      </div>
      {faults['attachmentIds'] && <p role="alert">{faults['attachmentIds']}</p>}
      <Part load={loadMore} waiting={<SkeletonLines lines={4} />}>
        {(MoreFields) => <MoreFields options={options} values={values} faults={faults} change={change} />}
      </Part>
      {refused && <p role="alert">{refused}</p>}
      <div className="f-portal-buttons">
        <Button type="submit" loading={raise.isPending} disabled={busy || title.trim() === ''}>
          {t('common.send')}
        </Button>
      </div>
    </form>
  );
}
