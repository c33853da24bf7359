import { Link } from '@tanstack/react-router';
import { IconAlertTriangle, IconBook, IconPackage } from '#web/ui/icons.ts';
import { useWaiting } from './use-waiting.ts';
import { t } from './words/t.ts';

/** What one comes for, in large, and what waits for one's decision. */
export function Doings() {
  const waiting = useWaiting();
  const doings = [
    { to: '/portal/raise', icon: IconAlertTriangle, name: t('frame.raise'), help: t('tickets.raiseHelp') },
    { to: '/portal/catalogue', icon: IconPackage, name: t('frame.catalogue'), help: t('tickets.catalogueHelp') },
    { to: '/portal/knowledge', icon: IconBook, name: t('frame.knowledge'), help: t('tickets.knowledgeHelp') },
  ] as const;
  return (
    <>
      {waiting > 0 && (
        <p className="f-portal-waiting">
          <Link to="/portal/approvals">{t('tickets.decide', { count: waiting })}</Link>
        </p>
      )}
      <ul className="f-portal-doings" aria-label={t('tickets.doings')}>
        {doings.map(({ to, icon: Icon, name, help }) => (
          <li key={to}>
            <Link to={to}>
              <Icon size={24} aria-hidden="true" />
              <strong>{name}</strong>
              <span className="f-dim">{help}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
