import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Clash, changedFrom, join } from './changes.ts';
import { keepDraft, readDraft } from './draft.ts';
import { isStale, sortFault, stillWrong } from './faults.ts';
import { useFocusFault } from './focus-fault.ts';
import type { Rule, Rules } from './rules.ts';

export type Stored<V> = { values: V; version: number };

export type FormOptions<V> = {
  /** As stored; 0 is the version of what does not exist yet. */
  values: V;
  version?: number;
  rules?: Rules<V>;
  /** Under this name what was typed survives leaving the page. */
  draft?: string;
  /** Fields that are never kept, such as passwords. */
  secret?: readonly (keyof V & string)[];
  /** The field whose editor finds its own faults: while one of its parts is marked as wrong, nothing is saved. */
  marks?: keyof V & string;
  /** Fields of many parts, where each part shows its own fault: kept under its path, such as `targets.resolution.byPriority.0`. */
  parts?: readonly (keyof V & string)[];
  /** What is wrong with parts, by path, before anything is sent. */
  judge?(values: V): Readonly<Record<string, string>>;
  /** What else changes when a field does, such as a code that follows the name. */
  follow?(next: V, before: V): V;
  /** The form's field for a path of the server's, where they differ. */
  rename?(path: string): string;
  save(sent: { values: V; changed: Partial<V>; version: number }): Promise<unknown>;
  /** What is stored now, read after a stale save. */
  latest?(): Promise<Stored<V>>;
  onSaved?(): unknown;
};

export type Form<V> = {
  values: V;
  set<K extends keyof V>(name: K, value: V[K]): void;
  /** Checks one field, when it is left. */
  check(name: keyof V): void;
  errors: Readonly<Record<string, string>>;
  fault: unknown;
  clashes: readonly Clash[];
  /** Gives up my changes for what is stored now. */
  takeTheirs(): void;
  dirty: boolean;
  restored: boolean;
  isNew: boolean;
  busy: boolean;
  /** Whether it is `attempt` that is busy, and not saving. */
  attempting: boolean;
  reset(): void;
  submit(event?: FormEvent): Promise<void>;
  /** Does something else with what is typed, such as trying it out, under the same checks as saving; it stays unsaved. */
  attempt(work: (values: V) => Promise<unknown>): Promise<void>;
  ref: RefObject<HTMLFormElement | null>;
};

/** Where something is wrong, for whoever cannot see the mark. */
function sayMarked(field: HTMLInputElement): string {
  const name = field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent;
  return name ? `Not saved: look at “${name}” again.` : 'Not saved: look again at what is marked.';
}

/**
 * A form: fields are checked when left, the server's faults land on their field, what was typed is kept until it is
 * saved, and somebody else's save in between is shown and joined instead of overwritten.
 */
export function useForm<V extends object>(options: FormOptions<V>): Form<V> {
  const { draft, version = 0 } = options;
  const rules: Rules<V> = options.rules ?? {};
  const [base, setBase] = useState<Stored<V>>({ values: options.values, version });
  const [kept] = useState(() => readDraft<V>(draft));
  const [values, setValues] = useState<V>({ ...options.values, ...kept });
  const [restored, setRestored] = useState(kept !== null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<unknown>(null);
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const [busy, setBusy] = useState<'saving' | 'attempting' | null>(null);
  const [refused, setRefused] = useState(0);
  const ref = useRef<HTMLFormElement>(null);
  const changed = changedFrom(base.values, values);
  const dirty = Object.keys(changed).length > 0;

  // An untouched form follows what is stored; a touched one keeps its ground until it is saved.
  if (version > base.version && !dirty) {
    setBase({ values: options.values, version });
    setValues(options.values);
  }
  useFocusFault(ref, refused);
  const secret = options.secret?.join(' ') ?? '';
  useEffect(() => {
    const hidden = secret.split(' ');
    const typed = Object.entries(changedFrom(base.values, values)).filter(([name]) => !hidden.includes(name));
    keepDraft(draft, Object.fromEntries(typed));
  }, [draft, secret, base, values]);

  const verdict = (name: keyof V, all: V): string | null =>
    (rules[name] as Rule<V[typeof name], V> | undefined)?.(all[name], all) ?? null;
  const say = (name: keyof V, message: string | null) =>
    setErrors(({ [name as string]: _gone, ...rest }) => (message ? { ...rest, [name]: message } : rest));
  const begin = (at: Stored<V>) => {
    setBase(at);
    setValues(at.values);
    setErrors({});
    setFault(null);
    setClashes([]);
    setRestored(false);
  };
  const refuse = async (error: unknown) => {
    if (isStale(error) && options.latest) {
      const now = await options.latest();
      const joined = join(base.values, values, now.values);
      setBase(now);
      setValues(joined.values);
      setClashes(joined.clashes);
      if (joined.clashes.length > 0) return;
    }
    const { byField, other } = sortFault(error, Object.keys(values), options.rename, options.parts);
    setErrors(byField);
    setFault(other);
    setRefused((times) => times + 1);
  };
  /** Whether what is typed may be sent; where not, each fault stands at its field. */
  const mayBeSent = (): boolean => {
    const wrong = (Object.keys(values) as (keyof V)[]).flatMap((name) => {
      const message = verdict(name, values);
      return message ? [[name, message] as const] : [];
    });
    const marked = options.marks && ref.current?.querySelector<HTMLInputElement>('[aria-invalid=true]');
    if (options.marks && marked) wrong.push([options.marks, sayMarked(marked)]);
    const judged = options.judge?.(values) ?? {};
    setErrors({ ...Object.fromEntries(wrong), ...judged });
    setFault(null);
    if (wrong.length === 0 && Object.keys(judged).length === 0) return true;
    setRefused((times) => times + 1);
    return false;
  };
  const doing = async (what: 'saving' | 'attempting', work: (values: V) => Promise<unknown>) => {
    if (busy !== null || !mayBeSent()) return;
    setBusy(what);
    try {
      await work(values);
    } catch (error) {
      await refuse(error).catch(setFault);
    } finally {
      setBusy(null);
    }
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    // A dialogue's form is no part of the one that it was opened from, though React would tell that one as well.
    event?.stopPropagation();
    return doing('saving', async () => {
      await options.save({ values, changed, version: base.version });
      keepDraft(draft, {});
      setBase((now) => ({ ...now, values }));
      setClashes([]);
      setRestored(false);
      await options.onSaved?.();
    });
  };
  return {
    values,
    set: (name, value) => {
      setValues((now) => {
        const next = { ...now, [name]: value };
        return options.follow?.(next, now) ?? next;
      });
      // A fault goes as soon as it is mended; a new one waits until the field is left.
      if (options.parts?.includes(name as keyof V & string))
        setErrors((now) => stillWrong(now, name as string, values, { ...values, [name]: value }));
      else if (errors[name as string]) say(name, verdict(name, { ...values, [name]: value }));
    },
    check: (name) => say(name, verdict(name, values)),
    errors,
    fault,
    clashes,
    takeTheirs: () => begin(base),
    dirty,
    restored: restored && dirty,
    isNew: version === 0,
    busy: busy !== null,
    attempting: busy === 'attempting',
    reset: () => begin(base),
    submit,
    attempt: (work) => doing('attempting', work),
    ref,
  };
}
