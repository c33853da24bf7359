import type { AccessLog } from '#shared/portal.ts';
import { readerStore } from '#web/ui/marks/reader.ts';
import { format } from '#web/ui/marks/time.ts';
import { t } from '../words/t.ts';

type Row = AccessLog['rows'][number];

/** What happened, as a sentence. */
export function rowWords({ what, contact, staff, changes }: Row): string {
  const who = contact || t('access.somebody');
  switch (what) {
    case 'worked':
      return t('access.worked', { staff: staff ?? t('access.somebody'), count: changes ?? 0 });
    case 'denied':
      return contact === null
        ? t('access.deniedStaff', { staff: staff ?? t('access.somebody') })
        : t('access.denied', { who });
    case 'sign_in_link_made':
      return t('access.sign_in_link_made', { who, staff: staff ?? t('access.somebody') });
    default:
      return t(`access.${what}`, { who });
  }
}

/** When, by the company's clock: a day of work as a day. */
export function whenWords({ at, what }: Row, timeZone: string): string {
  const { language } = readerStore.get();
  const say = (how: Intl.DateTimeFormatOptions) => format(language, { ...how, timeZone }).format(Date.parse(at));
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  return what === 'worked' ? `${say(day)}, ${t('access.workedDay', { time: say(time) })}` : say({ ...day, ...time });
}

/** How somebody signed in; empty where it is not said. */
export function howWords({ by }: Row): string {
  if (by === null) return '';
  if (by === 'password') return t('access.byPassword');
  if (by === 'link') return t('access.byLink');
  if (by === 'code') return t('access.byCode');
  return t('access.byProvider', { provider: by });
}
