import { csvOf } from '#shared/csv-words.ts';
import type { AccessLog } from '#shared/portal.ts';
import { saveFile } from '#web/ui/save-file.ts';
import { howWords, rowWords } from './words.ts';

/** Saves what the log shows as a file: the instant in UTC, the kind, the sentence, how and where from. */
export function saveAccess({ rows }: AccessLog): void {
  const lines = rows.map((row) => [row.at, row.what, rowWords(row), howWords(row), row.address ?? '']);
  saveFile('access-log.csv', 'text/csv', csvOf([['at', 'kind', 'what', 'how', 'address'], ...lines]));
}
