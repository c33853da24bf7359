/** The largest file that is taken, in bytes. */
export const MOST_FILE_BYTES = 26_214_400;

const MEGABYTE = 1_048_576;
/** Rounded up, so that a file just above the limit is not said to have its size. */
export const megabytesOf = (bytes: number): number => Math.ceil((bytes / MEGABYTE) * 10) / 10;
const megabytes = (bytes: number) => `${megabytesOf(bytes)} MB`;

/** Why a file is refused for its size: the limit, and how large it is where that is known. */
export const tooLargeWords = (bytes: number | null, most = MOST_FILE_BYTES): string =>
  `A file may have at most ${megabytes(most)}${bytes === null || bytes <= most ? '' : `; this one has ${megabytes(bytes)}`}.`;
