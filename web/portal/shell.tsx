import { type ReactNode, useRef } from 'react';
import type { PortalBrand } from '#shared/brand.ts';
import { SkipLink } from '#web/ui/frame/skip-link.tsx';
import { useKeptFocus } from '#web/ui/frame/use-kept-focus.ts';
import { LanguagePicker } from './words/picker.tsx';
import { t } from './words/t.ts';
import './portal.css';

type ShellProps = {
  brand: PortalBrand | undefined;
  /** Puts the name where it leads home; as it is where it leads nowhere. */
  home?: (name: ReactNode) => ReactNode;
  /** What stands at the end of the bar: who is signed in, and the way out or in. */
  end?: ReactNode;
  nav?: ReactNode;
  children: ReactNode;
};

/** What is around each page of the portal: whose it is at the top, how to reach them otherwise at the foot. */
export function PortalShell({ brand, home = (name) => name, end, nav, children }: ShellProps) {
  const shell = useRef<HTMLDivElement>(null);
  useKeptFocus(shell);
  const name = (
    <span className="f-portal-name">
      {brand?.logo ? (
        <img className="f-portal-logo" src={brand.logo.url} alt={brand.name} {...fitted(brand.logo)} />
      ) : (
        <bdi className="f-cut">{brand?.name ?? t('frame.desk')}</bdi>
      )}
    </span>
  );
  return (
    <div ref={shell} className="f-portal">
      {nav && <SkipLink />}
      <header className="f-portal-bar">
        {home(name)}
        {end}
      </header>
      {nav}
      <main className="f-portal-page" id="content" tabIndex={-1}>
        {children}
      </main>
      <Foot brand={brand} />
    </div>
  );
}

const LOGO_HEIGHT = 32;

/** The room that a logo takes, known before it is there. */
const fitted = ({ width, height }: { width: number; height: number }) => ({
  height: LOGO_HEIGHT,
  width: Math.round((width / height) * LOGO_HEIGHT),
});

function Foot({ brand }: { brand: PortalBrand | undefined }) {
  const { support = '', links = [] } = brand ?? {};
  return (
    <footer className="f-portal-foot">
      {support && (
        <p>
          <bdi>{support}</bdi>
        </p>
      )}
      {links.length > 0 && (
        <ul>
          {links.map(({ label, url }) => (
            <li key={`${label} ${url}`}>
              <a href={url} target="_blank" rel="noreferrer">
                <bdi>{label}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      <LanguagePicker offered={brand?.languages} />
    </footer>
  );
}
