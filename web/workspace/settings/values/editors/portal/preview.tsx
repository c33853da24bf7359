import { initials } from '#kernel/initials.ts';
import { MEANING } from '#web/ui/theme/colours.ts';
import { type Image, type Shown, useSavedLook } from './brand.ts';
import './portal.css';

/** The portal as it would look with what is being changed, on light and on dark. */
function Looks({ part }: { part: Partial<Shown> }) {
  const look = { ...useSavedLook(), ...part };
  return (
    <>
      <Look look={look} side={0} />
      <Look look={look} side={1} />
    </>
  );
}

function Look({ look, side }: { look: Shown; side: 0 | 1 }) {
  const { name, welcome, support, links, colours, logoId, iconId } = look;
  const accent = side === 0 ? colours.light : colours.dark;
  const style = {
    '--look-ground': MEANING.ground[side],
    '--look-bar': MEANING.raised[side],
    '--look-line': MEANING.line[side],
    '--look-text': MEANING.text[side],
    '--look-dim': MEANING.dim[side],
    '--look-accent': accent,
    '--look-button': colours.light,
  } as React.CSSProperties;
  return (
    <div className="f-look" style={style} role="img" aria-label={`The portal on ${side === 0 ? 'light' : 'dark'}`}>
      <div className="f-look-bar">
        <span className="f-look-icon">
          {iconId ? <img src={`/api/v1/portal-images/${iconId}`} alt="" /> : <span>{initials(name)}</span>}
        </span>
        {logoId ? (
          <img className="f-look-logo" src={`/api/v1/portal-images/${logoId}`} alt="" />
        ) : (
          <strong className="f-cut">
            <bdi>{name}</bdi>
          </strong>
        )}
      </div>
      <div className="f-look-page">
        {welcome && (
          <p>
            <bdi>{welcome}</bdi>
          </p>
        )}
        <div className="f-look-card">
          <span className="f-look-link">Printer on the second floor</span>
          <span className="f-look-dim">Waits for you</span>
        </div>
        <span className="f-look-button">Send</span>
      </div>
      {(support || links.length > 0) && (
        <div className="f-look-foot">
          <bdi>{support}</bdi>
          {links.map(({ label, url }) => (
            <u key={`${label} ${url}`}>
              <bdi>{label}</bdi>
            </u>
          ))}
        </div>
      )}
    </div>
  );
}

export const NamePreview = ({ value }: { value: Pick<Shown, 'name'> }) => {
  const saved = useSavedLook();
  return <Looks part={value.name.trim() ? value : { name: saved.name }} />;
};
export const ColoursPreview = ({ value }: { value: Shown['colours'] }) => <Looks part={{ colours: value }} />;
export const TextsPreview = ({ value }: { value: Pick<Shown, 'welcome' | 'support'> }) => <Looks part={value} />;
export const LinksPreview = ({ value }: { value: Pick<Shown, 'links'> }) => <Looks part={value} />;
export const LogoPreview = ({ value }: { value: Image }) => <Looks part={{ logoId: value.imageId }} />;
export const IconPreview = ({ value }: { value: Image }) => <Looks part={{ iconId: value.imageId }} />;
