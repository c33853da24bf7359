import type { Ctx } from '#platform/context/index.ts';
import { STATUS_DAYS } from '#shared/announcement-words.ts';

const DAY_MS = 86_400_000;

/** Whatever was over before this instant is told no more: 90 days ago. */
export const toldSince = ({ now }: Ctx): string => new Date(Date.parse(now) - STATUS_DAYS * DAY_MS).toISOString();
