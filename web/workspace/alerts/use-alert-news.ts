import type { LiveEvent } from '../live/live.ts';
import { useLiveReading } from '../live/use-live-reading.ts';

/** In a storm much is told; it is read this often at most. */
const AT_MOST_EACH_MS = 1_000;
const isOfAlerts = ({ type }: LiveEvent) => type.startsWith('alert.');

/** Says when something was heard, decided or done about alerts, or may have been while the stream was lost. */
export const useAlertNews = (read: () => unknown): void => useLiveReading(isOfAlerts, read, AT_MOST_EACH_MS);
