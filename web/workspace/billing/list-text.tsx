import { Button, FileButton, Textarea } from '@mantine/core';
import { toast } from '#web/ui/feedback/toast-store.ts';

type Props = { csv: string; example: string; onChange(csv: string): void };

/** Where a list (CSV) is pasted. */
export function ListText({ csv, example, onChange }: Props) {
  return (
    <Textarea
      label="The list"
      placeholder={example}
      value={csv}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={4}
      maxRows={8}
      maxLength={1_000_000}
      spellCheck={false}
    />
  );
}

/** Reads a list from a file instead. */
export function ListFile({ onChange }: Pick<Props, 'onChange'>) {
  return (
    <FileButton
      accept=".csv,.txt,text/csv,text/plain"
      onChange={(file) => void file?.text().then(onChange, (error) => toast.fault(error, 'Not read'))}
    >
      {(props) => (
        <Button variant="default" {...props}>
          From a file…
        </Button>
      )}
    </FileButton>
  );
}
