import pino, { type Logger } from 'pino';

/** Structured lines, one object each; secrets are taken out before they are written. Level by FETTLE_LOG_LEVEL. */
export function createLog(level = 'info'): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.secret'],
  });
}
