import { problemOf } from '#web/api/client.ts';
import { startActivity } from '#web/ui/feedback/activity.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';

/** Uploads a picture for an article and answers its address; null where it was refused, which a toast says. */
export async function uploadPicture(file: File): Promise<string | null> {
  const activity = startActivity(`Uploading ${file.name}`);
  try {
    const form = new FormData();
    form.append('file', file);
    const answer = await fetch('/api/v1/article-files', { method: 'POST', body: form });
    if (!answer.ok) throw await problemOf(answer);
    return `/api/v1/article-files/${((await answer.json()) as { id: string }).id}`;
  } catch (error) {
    toast.fault(error, `${file.name} was not put in`);
    return null;
  } finally {
    activity.end();
  }
}
