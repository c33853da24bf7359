import { FILES } from '#web/ui/words/files.ts';

/** Files, and mails that are quoted. */
export default FILES;
