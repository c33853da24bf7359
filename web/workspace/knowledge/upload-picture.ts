import { upload } from '#web/api/upload.ts';
import { startActivity } from '#web/ui/feedback/activity.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';

/** Uploads a picture for an article and answers its address; null where it was refused, which a toast says. */
export async function uploadPicture(file: File): Promise<string | null> {
  const activity = startActivity(`Uploading ${file.name}`);
  try {
    return `/api/v1/article-files/${(await upload<{ id: string }>('/api/v1/article-files', file)).id}`;
  } catch (error) {
    toast.fault(error, `${file.name} was not put in`);
    return null;
  } finally {
    activity.end();
  }
}
