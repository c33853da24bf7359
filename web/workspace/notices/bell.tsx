import { Link } from '@tanstack/react-router';
import { IconBell } from '#web/ui/icons.ts';
import { useNotices } from './use-notices.ts';
import './notices.css';

const MOST_COUNTED = 9;

/** The way to what concerns me, with how much of it is new. */
export function Bell() {
  const { data } = useNotices();
  const fresh = data?.items.filter(({ readAt }) => readAt === null).length ?? 0;
  const said = fresh === 0 ? 'Notifications' : `Notifications: ${fresh} new`;
  return (
    <Link to="/account/notifications" className="f-bell" aria-label={said} data-tip={said}>
      <IconBell size={18} stroke={1.6} aria-hidden="true" />
      {fresh > 0 && <span aria-hidden="true">{fresh > MOST_COUNTED ? `${MOST_COUNTED}+` : fresh}</span>}
    </Link>
  );
}
