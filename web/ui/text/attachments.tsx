import type { MessageView } from '#shared/ticket.ts';
import { IconPaperclip } from '#web/ui/icons.ts';
import { sizeOf } from './size.ts';
import './files.css';
import { ui } from '../words/words.ts';

const IMAGE = /^image\/(png|jpeg|gif|webp)$/;

/** What came with a message: pictures as thumbnails, each opening in a place of its own. */
export function Attachments({ files }: { files: MessageView['attachments'] }) {
  if (files.length === 0) return null;
  return (
    <ul className="f-attachments" aria-label={ui('files.attached')}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/v1/files/${file.id}`} target="_blank" rel="noreferrer" data-tip={file.name}>
            {IMAGE.test(file.mediaType) ? (
              <img src={`/api/v1/files/${file.id}`} alt="" loading="lazy" width={32} height={32} />
            ) : (
              <IconPaperclip size={14} aria-hidden="true" />
            )}
            <bdi className="f-cut">{file.name}</bdi>
            <span className="f-dim">{sizeOf(file.size)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
