import { IconStarFilled, IconUserCircle } from '../icons.ts';
import { hueOf, initials } from './initials.ts';
import './marks.css';

/** A person as initials on a quiet colour of their own. Decoration: the name stands beside it or in `label`. */
export function Avatar({ name, size = 20, label }: { name: string; size?: number; label?: string }) {
  return (
    <span
      className="f-avatar"
      // Drawn by the style sheet: as text it would be part of what a button around it says.
      data-initials={initials(name)}
      style={
        {
          width: size,
          height: size,
          fontSize: Math.max(9, Math.round(size * 0.42)),
          '--f-hue': hueOf(name),
        } as React.CSSProperties
      }
      {...(label ? { role: 'img', 'aria-label': label, 'data-tip': label } : { 'aria-hidden': true })}
    />
  );
}

/** A person with name; nobody is said in words. */
export function PersonChip({
  name,
  vip = false,
  away = false,
  nobody = 'Nobody',
}: {
  name: string | null | undefined;
  vip?: boolean;
  away?: boolean;
  nobody?: string;
}) {
  if (!name) {
    return (
      <span className="f-person f-dim">
        <IconUserCircle size={20} stroke={1.3} className="f-icon" aria-hidden="true" />
        <span className="f-cut">{nobody}</span>
      </span>
    );
  }
  return (
    <span className="f-person" data-away={away || undefined}>
      <Avatar name={name} />
      <bdi className="f-cut">{name}</bdi>
      {vip && (
        <span className="f-vip" data-tip="VIP">
          <IconStarFilled size={12} aria-hidden="true" />
          <span className="f-hidden">VIP</span>
        </span>
      )}
      {away && <span className="f-dim">away</span>}
    </span>
  );
}
