import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers, freePort } from './port.ts';

const BINARY = '/usr/sbin/dovecot';

/** Whether Debian's Dovecot is on this machine, and whether we may run it: it changes users, so it wants to be root. */
export const hasDovecot = existsSync(BINARY) && process.getuid?.() === 0;

export type Dovecot = {
  port: number;
  /** Puts a mail into the mailbox as a mail server would. */
  deliver(raw: string): Promise<void>;
  /** Lets the server number its mails anew, as after a restored backup. */
  renumber(): Promise<void>;
  password(next: string): Promise<void>;
  stop(): Promise<void>;
};

const tokens = (folder: string) => `
auth_mechanisms = plain login xoauth2 oauthbearer
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2.conf
}
`;

/**
 * A real IMAP server (Dovecot of Debian) on loopback with one mailbox, user "desk".
 * @param options.introspectUrl where it asks whose a token is (RFC 7662): it takes tokens then as well
 */
export async function openDovecot(options: { introspectUrl?: string } = {}): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'fettle-dovecot-'));
  const mail = join(folder, 'mail');
  const port = await freePort();
  await mkdir(join(mail, 'new'), { recursive: true });
  await Promise.all(['cur', 'tmp'].map((name) => mkdir(join(mail, name))));
  const own = (path: string) => execFileSync('chown', ['-R', 'mail:mail', path]);
  await chmod(folder, 0o755);
  const users = (password: string) => writeFile(join(folder, 'users'), `desk:{PLAIN}${password}::::::\n`);
  await users('four quiet harbours');
  await writeFile(
    join(folder, 'dovecot.conf'),
    `
base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${mail}
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
default_internal_user = dovecot
default_login_user = dovenull
auth_cache_size = 0
auth_failure_delay = 0 secs
maildir_very_dirty_syncs = no
${options.introspectUrl ? tokens(folder) : ''}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
  );
  if (options.introspectUrl)
    await writeFile(
      join(folder, 'oauth2.conf'),
      `introspection_url = ${options.introspectUrl}
introspection_mode = auth
username_attribute = username
active_attribute = active
active_value = true
`,
    );
  own(mail);
  let running: ChildProcess | undefined;
  const start = async () => {
    running = spawn(BINARY, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
    if (!(await answers(port))) throw new Error(`Dovecot does not answer; see ${folder}/log`);
  };
  const halt = async () => {
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running?.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  };
  await start();
  let count = 0;
  return {
    port,
    async deliver(raw) {
      const path = join(mail, 'tmp', `${Date.now()}.${count++}.test`);
      await writeFile(path, raw.replace(/\r?\n/g, '\r\n'));
      own(path);
      await rename(path, join(mail, 'new', basename(path)));
    },
    async renumber() {
      await halt();
      // The numbering begins with the second it is made in.
      for (const name of await readdir(mail))
        if (name.startsWith('dovecot')) await rm(join(mail, name), { force: true });
      await pause(1_100);
      await start();
    },
    // Begun anew: it looks at the file again only once a second has passed.
    async password(next) {
      await halt();
      await users(next);
      await start();
    },
    async stop() {
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
