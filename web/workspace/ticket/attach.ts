import { problemOf } from '#web/api/client.ts';
import { startActivity } from '#web/ui/feedback/activity.ts';

/** Uploads a file of a client, to be attached to a message. The answer names it. */
export async function upload(clientId: string, file: File): Promise<{ id: string; name: string }> {
  const activity = startActivity(`Uploading ${file.name}`);
  try {
    const form = new FormData();
    form.append('file', file);
    const answer = await fetch(`/api/v1/clients/${clientId}/files`, { method: 'POST', body: form });
    if (!answer.ok) throw await problemOf(answer);
    return (await answer.json()) as { id: string; name: string };
  } finally {
    activity.end();
  }
}
