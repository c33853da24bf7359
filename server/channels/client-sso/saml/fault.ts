import type { SamlFaultCode } from '#shared/saml-words.ts';

const MOST = 200;

/** Why an answer is refused; `detail` says what was found, shortened, for whoever set the provider up. */
export class SamlFault extends Error {
  readonly code: SamlFaultCode;
  readonly detail: string;

  constructor(code: SamlFaultCode, detail = '', cause?: unknown) {
    super(detail === '' ? code : `${code}: ${detail}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail.length > MOST ? `${detail.slice(0, MOST)}…` : detail;
  }
}
