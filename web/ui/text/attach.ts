import { useState } from 'react';
import { MOST_FILE_BYTES, megabytesOf } from '#shared/file-words.ts';
import { ApiProblem } from '#web/api/problem.ts';
import { upload } from '#web/api/upload.ts';
import { startActivity } from '#web/ui/feedback/activity.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { ui } from '../words/words.ts';

/** Uploads a file of a client, to be attached to a message. The answer names it. */
async function keep(clientId: string, file: File): Promise<{ id: string; name: string }> {
  // Sent all the same, it would be cut off, and the browser would only say that it could not be sent.
  if (file.size > MOST_FILE_BYTES)
    throw new ApiProblem({
      status: 413,
      code: 'too_large',
      title: 'Too large',
      detail: ui('files.tooLarge', { most: megabytesOf(MOST_FILE_BYTES), size: megabytesOf(file.size) }),
    });
  const activity = startActivity(`Uploading ${file.name}`);
  try {
    return await upload(`/api/v1/clients/${clientId}/files`, file);
  } finally {
    activity.end();
  }
}

type WithFiles = { attachments: { id: string; name: string }[] };
type ChangeFiles = (part: (now: WithFiles) => WithFiles) => void;

/** Attaching files to a draft, one after the other; a file that could not be uploaded is told of and left out. */
export function useAttach(clientId: string, change: ChangeFiles) {
  const [waiting, setWaiting] = useState(0);
  const attach = async (files: readonly File[]) => {
    setWaiting((now) => now + 1);
    for (const file of files) {
      try {
        const kept = await keep(clientId, file);
        change(({ attachments }) => ({ attachments: [...attachments, kept] }));
      } catch (error) {
        toast.fault(error, ui('files.failed', { name: file.name }));
      }
    }
    setWaiting((now) => now - 1);
  };
  return { attach, busy: waiting > 0 };
}
