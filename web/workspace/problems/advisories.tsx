import { Button } from '@mantine/core';
import { useState } from 'react';
import { SEVERITIES, type Severity } from '#shared/problem-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField, PickField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan, useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { ImportAdvisories } from './import-advisories.tsx';

const TOUCHED = ['GET /problem-advisories', 'GET /problem-proposals'] as const;

/** What vendors warn of: each is proposed wherever somebody has what it is about. */
export function Advisories() {
  const can = useCan();
  const { allClients } = useMe();
  const [entering, setEntering] = useState(false);
  const [importing, setImporting] = useState(false);
  const { data } = useGet('GET /problem-advisories', {});
  const withdraw = useDo('DELETE /problem-advisories/{id}', { failed: 'Not taken back', refresh: TOUCHED });
  const may = can('problem.manage') && allClients;
  return (
    <Section
      title="What vendors warn of"
      help="An advisory is proposed at every client that has an item with all of its words in its name, maker, model or system, or in one of its programs."
      actions={
        may && (
          <>
            <Button variant="default" onClick={() => setImporting(true)}>
              Import a list…
            </Button>
            <Button variant="default" onClick={() => setEntering(true)}>
              Enter an advisory
            </Button>
          </>
        )
      }
    >
      {data?.items.length === 0 && <p className="f-dim f-plain">None is entered.</p>}
      <ul className="f-lines">
        {data?.items.map((one) => (
          <li key={one.id}>
            {one.url ? (
              <a href={one.url} target="_blank" rel="noreferrer">
                <bdi>{one.title}</bdi>
              </a>
            ) : (
              <bdi>{one.title}</bdi>
            )}
            <span className="f-dim">
              {one.severity && `${one.severity} · `}
              {one.words.join(' + ')}
              {one.publishedOn && ` · of ${dayWords(one.publishedOn)}`} · entered <TimeAgo at={one.createdAt} said /> by{' '}
              <bdi>{one.enteredBy}</bdi>
            </span>
            {may && (
              <Button
                variant="default"
                size="compact-xs"
                aria-label={`Take back ${one.title}`}
                onClick={() => withdraw.mutate({ params: { id: one.id } })}
              >
                Take back
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog title="Import advisories" opened={importing} onClose={() => setImporting(false)} size={760}>
        {importing && <ImportAdvisories onClose={() => setImporting(false)} />}
      </Dialog>
      <Dialog title="Enter an advisory" opened={entering} onClose={() => setEntering(false)}>
        {entering && <AdvisoryForm onClose={() => setEntering(false)} />}
      </Dialog>
    </Section>
  );
}

type Values = Record<'vendor' | 'product' | 'reference' | 'text' | 'title' | 'url' | 'publishedOn', string> & {
  severity: Severity | null;
  words: readonly string[];
};

const EMPTY: Values = {
  ...{ vendor: '', product: '', severity: null, reference: '', text: '', title: '', words: [], url: '' },
  publishedOn: '',
};
const LEVELS = SEVERITIES.map((value) => ({ value, label: `${value.slice(0, 1).toUpperCase()}${value.slice(1)}` }));
const isNamed = ({ vendor, product }: Values) => vendor.trim() !== '' && product.trim() !== '';

function AdvisoryForm({ onClose }: { onClose(): void }) {
  const form = useForm<Values>({
    values: EMPTY,
    rules: {
      title: (title, values) =>
        title.trim() || isNamed(values) ? null : 'Enter what is warned of, or vendor and product.',
      words: (words, values) =>
        words.length > 0 || isNamed(values)
          ? null
          : 'Enter at least one word that the items have, or vendor and product.',
    },
    save: ({ values: { severity, words, ...texts } }) => {
      const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
      return send(
        'POST /problem-advisories',
        { body: { ...said, severity, ...(words.length > 0 ? { words: [...words] } : {}) } },
        TOUCHED,
      );
    },
    onSaved: () => {
      toast.done('Entered; whom it concerns is proposed in a moment');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Enter" onCancel={onClose}>
      <TextField form={form} name="vendor" label="Vendor" maxLength={100} data-autofocus />
      <TextField form={form} name="product" label="Product" maxLength={200} />
      <TextField
        form={form}
        name="title"
        label="What is warned of"
        description="Vendor and product unless you write something else"
        maxLength={200}
      />
      <PickField form={form} name="severity" label="Severity" data={LEVELS} clearable />
      <TextField
        form={form}
        name="reference"
        label="Reference"
        description="By what the vendor knows it, such as FG-IR-26-001"
        maxLength={500}
      />
      <WordsField
        form={form}
        name="words"
        label="Words of the items"
        description="All of them must be in an item’s name, maker, model or system, or in one of its programs. Those of vendor and product unless you write others. Enter closes each."
        maxTags={10}
      />
      <TextField form={form} name="url" label="Address of the advisory" type="url" maxLength={500} />
      <TextField form={form} name="publishedOn" label="Published on" type="date" />
      <AreaField form={form} name="text" label="What it says" autosize minRows={2} maxRows={8} maxLength={10_000} />
    </FormShell>
  );
}
