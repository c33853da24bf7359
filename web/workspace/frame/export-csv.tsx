import { Button } from '@mantine/core';
import { saveFile } from '#web/ui/save-file.ts';

type Props<Row> = {
  /** The file, such as `owed.csv`. */
  name: string;
  rows: readonly Row[];
  table(rows: readonly Row[]): string;
};

/** Saves a list as it is shown as a table for a spreadsheet. */
export const ExportCsv = <Row,>({ name, rows, table }: Props<Row>) => (
  <Button variant="default" disabled={rows.length === 0} onClick={() => saveFile(name, 'text/csv', table(rows))}>
    Export CSV
  </Button>
);
