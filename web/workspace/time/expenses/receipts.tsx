import { ActionIcon, Button, FileButton } from '@mantine/core';
import type { ReceiptView } from '#shared/expense.ts';
import { RECEIPT_TYPES } from '#shared/expense-words.ts';
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
      <FileButton multiple accept={RECEIPT_TYPES.join(',')} onChange={(chosen) => onFiles([...files, ...chosen])}>
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
    </fieldset>
  );
}

/** Opens a receipt in a place of its own. */
export const ReceiptLink = ({ receipt: { id, name } }: { receipt: ReceiptView }) => (
  <a className="f-cut" href={`/api/v1/expense-receipts/${id}`} target="_blank" rel="noreferrer" data-tip={name}>
    <bdi>{name}</bdi>
  </a>
);
