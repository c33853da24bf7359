import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AdvisoryPreview } from '#shared/problem.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { FormFault } from '#web/ui/form/shell.tsx';

const TOUCHED = ['GET /problem-advisories', 'GET /problem-proposals'] as const;
const EXAMPLE = `vendor,product,severity,reference,published on,text,words
Fortinet,FortiGate 60F,critical,FG-IR-26-001,2026-11-12,Update to 7.4.9,`;

/** A list of advisories, pasted or from a file: first what it would enter and what is wrong with which line, then all of it or nothing. */
export function ImportAdvisories({ onClose }: { onClose(): void }) {
  const [list, setList] = useState('');
  const look = useDo('POST /problem-advisories/preview', { failed: false });
  const take = useDo('POST /problem-advisories/import', {
    failed: false,
    refresh: TOUCHED,
    onDone: ({ entered, already }) => {
      const passed = already > 0 ? `; ${already} ${already === 1 ? 'was' : 'were'} there already` : '';
      toast.done(`${entered} entered${passed}. Whom they concern is proposed in a moment`);
      onClose();
    },
  });
  const change = (text: string) => {
    setList(text);
    look.reset();
    take.reset();
  };
  const seen = look.data;
  const wanted = seen?.lines.filter(({ faults, already }) => faults.length === 0 && !already).length ?? 0;
  const wrong = seen?.lines.filter(({ faults }) => faults.length > 0).length ?? 0;
  return (
    <div className="f-advisories-import">
      <p className="f-plain">
        A table (CSV) with a first line of names, or JSON with an array of objects. Vendor and product are needed;
        severity (low, medium, high, critical), reference, published on, text, words and title are read where they are
        given. Without words an item is looked for that has those of vendor and product.
      </p>
      <Textarea
        label="The list"
        placeholder={EXAMPLE}
        value={list}
        onChange={(event) => change(event.currentTarget.value)}
        autosize
        minRows={5}
        maxRows={12}
        maxLength={1_000_000}
        spellCheck={false}
        data-autofocus
      />
      <FormFault error={look.error ?? take.error} />
      {seen && <Preview seen={seen} wrong={wrong} />}
      <div className="f-form-foot">
        <FileButton
          accept=".csv,.json,text/csv,application/json"
          onChange={(file) => void file?.text().then(change, (error) => toast.fault(error, 'Not read'))}
        >
          {(props) => (
            <Button variant="default" {...props}>
              From a file…
            </Button>
          )}
        </FileButton>
        <Button
          variant={seen ? 'default' : 'filled'}
          disabled={list.trim() === ''}
          loading={look.isPending}
          onClick={() => look.mutate({ body: { list } })}
        >
          Preview
        </Button>
        {seen && wrong === 0 && wanted > 0 && (
          <Button loading={take.isPending} onClick={() => take.mutate({ body: { list } })}>
            Enter {wanted}
          </Button>
        )}
      </div>
    </div>
  );
}

function Preview({ seen, wrong }: { seen: AdvisoryPreview; wrong: number }) {
  return (
    <section aria-label="What it would enter">
      <p className="f-plain" role="status">
        {wrong > 0
          ? `${wrong} of ${seen.lines.length} cannot be taken. Nothing is entered until all of them are right.`
          : `All ${seen.lines.length} can be taken.`}
        {seen.ignored.length > 0 && ` Not read: ${seen.ignored.join(', ')}.`}
      </p>
      <ol className="f-advisory-lines">
        {seen.lines.map((one) => (
          <li key={one.line}>
            <span className="f-dim">{one.line}</span>
            <div>
              <bdi>{one.title}</bdi>
              {one.faults.length > 0 ? (
                <ul>
                  {one.faults.map(({ field, message }) => (
                    <li key={`${field} ${message}`}>
                      {field} {message}
                    </li>
                  ))}
                </ul>
              ) : (
                <div className="f-dim">
                  {one.severity && `${one.severity} · `}
                  <bdi>{one.words.join(' + ')}</bdi> · {one.already ? 'entered already' : concerned(one)}
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const concerned = ({ items, clients }: { items: number; clients: number }): string =>
  items === 0
    ? 'concerns nothing that is known here'
    : `concerns ${items === 1 ? '1 item' : `${items} items`} at ${clients === 1 ? '1 client' : `${clients} clients`}`;
