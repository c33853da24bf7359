import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { toProblem } from '#web/api/problem.ts';
import { sayRefusal } from '#web/api/say-problem.ts';
import { upload } from '#web/api/upload.ts';
import { usePlace } from '../../place.ts';
import type { EditorProps } from '../types.ts';
import './portal.css';

const KINDS = 'image/png,image/jpeg,image/webp,image/svg+xml';

type Image = { imageId: string | null };

/** A picture for the portal of this page's place. */
async function keep(clientId: string | null, file: File): Promise<string> {
  const to = `/api/v1/portal-images${clientId === null ? '' : `?clientId=${clientId}`}`;
  return (await upload<{ id: string }>(to, file)).id;
}

/** A logo or an icon: one is chosen, seen, and saved like any other value. */
export function PictureEditor({ value, readOnly, onChange }: EditorProps<Image>) {
  const { place } = usePlace();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const { imageId } = value;
  const choose = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    setFault('');
    try {
      onChange({ imageId: await keep(place.level === 'client' ? place.id : null, file) });
    } catch (error) {
      setFault(sayRefusal(toProblem(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="f-look-picture">
      {imageId ? (
        <img src={`/api/v1/portal-images/${imageId}`} alt="The chosen one" />
      ) : (
        <span className="f-dim">There is none.</span>
      )}
      {!readOnly && (
        <>
          <FileButton accept={KINDS} onChange={(file) => void choose(file)}>
            {(props) => (
              <Button variant="default" {...props} loading={busy}>
                Choose a picture
              </Button>
            )}
          </FileButton>
          {imageId && (
            <Button variant="default" onClick={() => onChange({ imageId: null })}>
              Remove
            </Button>
          )}
          <span className="f-dim">PNG, JPEG, WebP or SVG, at most 256 KB</span>
        </>
      )}
      {fault && (
        <p className="f-form-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
