import { ActionIcon, Button, FileButton, Input } from '@mantine/core';
import { useState } from 'react';
import type { ReceiptView } from '#shared/expense.ts';
import { MOST_RECEIPTS, RECEIPT_TYPES, RECEIPT_WORDS, receiptFault } from '#shared/expense-words.ts';
import { useDo } from '#web/api/use.ts';
import { IconPaperclip, IconX } from '#web/ui/icons.ts';
import { Attached } from '#web/ui/text/attached.tsx';
import { EXPENSES_TOUCHED } from './touched.ts';
import '#web/ui/text/files.css';

type Props = {
  stored: readonly ReceiptView[];
  files: readonly File[];
  onFiles(files: readonly File[]): void;
  hint: string;
};

/** The receipts of an expense in its form: those that are kept, and those that are to be. */
export function Receipts({ stored, files, onFiles, hint }: Props) {
  const remove = useDo('DELETE /expense-receipts/{id}', {
    failed: 'Receipt not taken away',
    refresh: EXPENSES_TOUCHED,
  });
  const [faults, setFaults] = useState<readonly string[]>([]);
  /** What cannot be a receipt is told at once and not taken; the rest is. */
  const take = (chosen: readonly File[]) => {
    const judged = chosen.map((file) => ({ file, fault: receiptFault(file) }));
    const fitting = judged.filter(({ fault }) => fault === null).map(({ file }) => file);
    const room = MOST_RECEIPTS - stored.length - files.length;
    setFaults([
      ...judged.flatMap(({ file, fault }) => (fault ? [`${file.name}: ${fault}`] : [])),
      ...(fitting.length > room ? [RECEIPT_WORDS.tooMany] : []),
    ]);
    onFiles([...files, ...fitting.slice(0, room)]);
  };
  return (
    <fieldset className="f-expense-receipts">
      <legend className="f-legend">Receipts</legend>
      <p className="f-plain f-dim">{hint}</p>
      {stored.length > 0 && (
        <ul className="f-attached" aria-label="Receipts">
          {stored.map((receipt) => (
            <li key={receipt.id}>
              <ReceiptLink receipt={receipt} />
              <ActionIcon
                size="sm"
                aria-label={`Take away ${receipt.name}`}
                data-tip="Take away"
                disabled={remove.isPending}
                onClick={() => remove.mutate({ params: { id: receipt.id } })}
              >
                <IconX size={14} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Attached
        files={files.map(({ name }, at) => ({ id: String(at), name }))}
        onRemove={(id) => onFiles(files.filter((_, at) => String(at) !== id))}
      />
      <FileButton multiple accept={RECEIPT_TYPES.join(',')} onChange={take}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="compact-sm"
            leftSection={<IconPaperclip size={14} aria-hidden="true" />}
          >
            Add receipts
          </Button>
        )}
      </FileButton>
      <div role="alert">
        {faults.map((fault) => (
          <Input.Error key={fault}>{fault}</Input.Error>
        ))}
      </div>
    </fieldset>
  );
}

/** Opens a receipt in a place of its own. */
export const ReceiptLink = ({ receipt: { id, name } }: { receipt: ReceiptView }) => (
  <a className="f-cut" href={`/api/v1/expense-receipts/${id}`} target="_blank" rel="noreferrer" data-tip={name}>
    <bdi>{name}</bdi>
  </a>
);
