import type { SettingView } from '#shared/settings.ts';
import { sourceName } from './source.ts';

/** From the built-in default down to here; the last one is in force. */
export function Chain({ setting }: { setting: SettingView }) {
  const last = setting.chain.length - 1;
  return (
    <ol className="f-chain">
      {setting.chain.map(({ source }, index) => (
        <li key={`${source.level} ${source.id}`} data-in-force={index === last || undefined}>
          {sourceName(source)}
          {index === last && <span className="f-hidden">, in force</span>}
        </li>
      ))}
    </ol>
  );
}
