import { useReader } from '#web/ui/marks/reader.ts';
import { daysFrom, type Picture, type Piece } from './picture.ts';
import { stretchWords } from './words.ts';
import './on-call.css';

const TINTS = 6;
const DAY_MS = 86_400_000;

type Props = { picture: Picture; timeZone: string; now?: number };

/** Who is on call, day after day: a line for each rotation and one for what comes of them; where nobody is, it is marked and said. */
export function Strip({ picture, timeZone, now }: Props) {
  const reader = { ...useReader(), timeZone };
  const { from, to, rows, gaps } = picture;
  const days = daysFrom(from, timeZone, Math.round((to - from) / DAY_MS)).filter((day) => day < to);
  const names = [...new Set(rows.flatMap(({ pieces }) => pieces.map(({ name }) => name ?? '')))].sort();
  const place = (piece: { from: number; to: number }) => ({
    insetInlineStart: `${((piece.from - from) / (to - from)) * 100}%`,
    width: `${((piece.to - piece.from) / (to - from)) * 100}%`,
  });
  const said = (piece: Piece) => `${piece.name ?? 'Nobody'}, ${stretchWords(piece, from, reader)}`;
  return (
    <div className="f-strip">
      <div className="f-strip-days" aria-hidden="true">
        {days.map((day, index) => (
          <span key={day} style={place({ from: day, to: days[index + 1] ?? to })}>
            {new Intl.DateTimeFormat(reader.language, { timeZone, weekday: 'short', day: 'numeric' }).format(day)}
          </span>
        ))}
      </div>
      {rows.map(({ name, pieces }, index) => {
        const last = index === rows.length - 1;
        const all: Piece[] = [...pieces, ...(last ? gaps.map((gap) => ({ ...gap, name: null })) : [])];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rotations have no identity but their place
          <div className="f-strip-row" data-result={last || undefined} key={index}>
            <span className="f-strip-name f-cut">{name}</span>
            <ul className="f-strip-line" aria-label={name}>
              {all
                .sort((a, b) => a.from - b.from)
                .map((piece) => (
                  <li
                    key={piece.from}
                    style={place(piece)}
                    data-nobody={piece.name === null || undefined}
                    data-tint={piece.name === null ? undefined : names.indexOf(piece.name) % TINTS}
                    data-tip={said(piece)}
                  >
                    <span aria-hidden="true">{piece.name ?? 'Nobody'}</span>
                    <span className="f-hidden">{said(piece)}</span>
                  </li>
                ))}
              {last && now !== undefined && now >= from && now < to && (
                <li className="f-strip-now" style={place({ from: now, to: now })} aria-hidden="true" />
              )}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
