/**
 * The files of a paste or drop that are meant to be attached. A spreadsheet or word processor puts a picture beside the
 * text it copies: then the text is meant.
 */
export function filesMeant(data: Pick<DataTransfer, 'files' | 'getData'> | null): File[] {
  const files = [...(data?.files ?? [])];
  return files.length > 0 && data?.getData('text/plain').trim() === '' ? files : [];
}

/** Whether what is dragged over a page are files. */
export const bringsFiles = (data: Pick<DataTransfer, 'types'>): boolean => data.types.includes('Files');
