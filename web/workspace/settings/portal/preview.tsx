import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { initials } from '#kernel/initials.ts';
import { MEANING } from '#web/ui/theme/colours.ts';
import type { Look } from './look.ts';

const PAGES = [
  { value: 'door', label: 'Sign-in' },
  { value: 'home', label: 'Tickets' },
];
const WIDTHS = [
  { value: 'wide', label: 'Computer' },
  { value: 'phone', label: 'Phone' },
];
const SIDES = [
  { value: '0', label: 'Light' },
  { value: '1', label: 'Dark' },
];

/** The pages that people see first, with the look as it is being changed. */
export function LivePreview({ look }: { look: Look }) {
  const [page, setPage] = useState('door');
  const [width, setWidth] = useState('wide');
  const [side, setSide] = useState('0');
  return (
    <>
      <div className="f-look-choices">
        <SegmentedControl size="xs" aria-label="Which page" data={PAGES} value={page} onChange={setPage} />
        <SegmentedControl size="xs" aria-label="On what" data={WIDTHS} value={width} onChange={setWidth} />
        <SegmentedControl size="xs" aria-label="Light or dark" data={SIDES} value={side} onChange={setSide} />
      </div>
      <Page look={look} page={page as 'door'} phone={width === 'phone'} side={side === '0' ? 0 : 1} />
    </>
  );
}

type PageProps = { look: Look; page: 'door' | 'home'; phone: boolean; side: 0 | 1 };

function Page({ look, page, phone, side }: PageProps) {
  const { name, support, links, colours, logoId, iconId } = look;
  const style = {
    '--look-ground': MEANING.ground[side],
    '--look-bar': MEANING.raised[side],
    '--look-line': MEANING.line[side],
    '--look-text': MEANING.text[side],
    '--look-dim': MEANING.dim[side],
    '--look-accent': side === 0 ? colours.light : colours.dark,
    '--look-button': colours.light,
  } as React.CSSProperties;
  const where = `${page === 'door' ? 'The sign-in page' : 'The page of tickets'} of the portal`;
  return (
    <div className="f-look-frame" data-phone={phone || undefined}>
      <p className="f-look-tab">
        {iconId ? <img src={`/api/v1/portal-images/${iconId}`} alt="" /> : <span style={style}>{initials(name)}</span>}
        <bdi className="f-cut">{name}</bdi>
      </p>
      <div
        className="f-look"
        style={style}
        role="img"
        aria-label={`${where}, ${side === 0 ? 'light' : 'dark'}, on a ${phone ? 'phone' : 'computer'}`}
      >
        <div className="f-look-bar">
          {logoId ? (
            <img className="f-look-logo" src={`/api/v1/portal-images/${logoId}`} alt="" />
          ) : (
            <strong className="f-cut">
              <bdi>{name}</bdi>
            </strong>
          )}
          {page === 'home' && <span className="f-look-dim f-look-end">Ada Adams</span>}
        </div>
        {page === 'door' ? <Door look={look} /> : <Home />}
        <div className="f-look-foot">
          {support && <bdi>{support}</bdi>}
          {links.map(({ label, url }) => (
            <u key={`${label} ${url}`}>
              <bdi>{label}</bdi>
            </u>
          ))}
          <span className="f-look-end">English</span>
        </div>
      </div>
    </div>
  );
}

function Door({ look: { welcome } }: { look: Look }) {
  return (
    <div className="f-look-page">
      <strong className="f-look-title">Sign in</strong>
      {welcome && (
        <p>
          <bdi>{welcome}</bdi>
        </p>
      )}
      <span className="f-look-dim">E-mail</span>
      <span className="f-look-field" />
      <span className="f-look-button">Continue</span>
    </div>
  );
}

function Home() {
  return (
    <>
      <div className="f-look-nav">
        <span className="f-look-link" data-here>
          Your tickets
        </span>
        <span>Tell us what is wrong</span>
        <span>Knowledge</span>
      </div>
      <div className="f-look-page">
        <strong className="f-look-title">Your tickets</strong>
        {['Printer on the second floor', 'A laptop for a new colleague'].map((title, index) => (
          <div className="f-look-card" key={title}>
            <span className="f-look-link">{title}</span>
            <span className="f-look-dim">{index === 0 ? 'Waits for you' : 'In progress'}</span>
          </div>
        ))}
      </div>
    </>
  );
}
