import type { OutputOf } from '@shared/contract';
import type { Reply } from '@shared/contract/core';
import { createStore } from 'zustand/vanilla';

/** Pause after the last key before a draft goes to the machine, in ms. */
const pause = 400;
/** Longest time typed text may wait, however long somebody types without a pause. */
const atMost = 900;

type Kept = NonNullable<OutputOf<'drafts', 'get'>['draft']>;
export type Restored = Omit<Kept, 'content'>;

export type Entry = {
  /** What stands in the form; undefined while nothing is typed. */
  readonly value: unknown;
  /** Set when the machine had it: it was typed before this form was opened. */
  readonly restored: Restored | null;
  /** The machine has been asked. */
  readonly isKnown: boolean;
  /** Why the machine could not keep it. */
  readonly error: string | null;
};

type Ask = (name: 'get' | 'keep' | 'drop', input: object) => Promise<Reply<unknown>>;

const blank: Entry = { value: undefined, restored: null, isKnown: false, error: null };

/**
 * Holds what is typed and not handed in, and writes it through to the machine: after a pause, at the latest 0.9 s after
 * the first unsaved key, and at once on `flush`. While the session is not the leader's it holds nothing.
 */
export function createDraftKeeper(ask: Ask) {
  const store = createStore<Readonly<Record<string, Entry>>>(() => ({}));
  /** What the machine has not heard yet: the newest value, or that the draft is over. */
  const waiting = new Map<string, { value: unknown } | 'drop'>();
  /** Drafts the machine has or is being given. */
  const onDisk = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  /** Counts sessions; null while nobody may keep anything. */
  let session: number | null = 0;
  let sessions = 0;

  const entry = (key: string) => store.getState()[key] ?? blank;
  const set = (key: string, change: Partial<Entry>) =>
    store.setState({ [key]: { ...entry(key), ...change } });

  async function send(key: string): Promise<void> {
    const job = waiting.get(key);
    if (job === undefined) return;
    waiting.delete(key);
    const from = session;
    if (job !== 'drop') onDisk.add(key);
    const reply = await (job === 'drop'
      ? ask('drop', { key })
      : ask('keep', { key, content: JSON.stringify(job.value) }));
    if (session !== from) return;
    if (reply.ok) {
      if (job === 'drop') onDisk.delete(key);
      if (entry(key).error) set(key, { error: null });
      return;
    }
    // Tried again with the next change, unless something newer is on its way already.
    if (entry(key).value === (job === 'drop' ? undefined : job.value)) waiting.set(key, job);
    if (job !== 'drop') set(key, { error: reply.error.message });
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    since = null;
    await Promise.all([...waiting.keys()].map(send));
  }

  return {
    store,
    flush,

    /** Asks the machine for what was typed here before. What the writer does meanwhile counts more. */
    async open(key: string): Promise<void> {
      const from = session;
      if (from === null) return;
      const before = entry(key).value;
      void send(key);
      const reply = await ask('get', { key });
      if (session !== from) return;
      const kept = reply.ok ? (reply.value as OutputOf<'drafts', 'get'>).draft : null;
      const content = kept && parsed(kept.content);
      if (!kept || content === undefined || entry(key).value !== before || waiting.has(key)) {
        return set(key, { isKnown: true });
      }
      onDisk.add(key);
      const { content: _, ...restored } = kept;
      set(key, { isKnown: true, restored, value: before ?? content });
    },

    /** What is typed now. `onlyHere` keeps it in this window, for what is saved by itself in the same moment. */
    keep(key: string, value: unknown, onlyHere = false): void {
      if (session === null) return;
      set(key, { value });
      if (onlyHere) return;
      waiting.set(key, { value });
      since ??= performance.now();
      clearTimeout(timer);
      timer = setTimeout(
        () => void flush(),
        Math.max(0, Math.min(pause, since + atMost - performance.now())),
      );
    },

    /** It was handed in, or thrown away. */
    drop(key: string): void {
      if (session === null) return;
      const { isKnown } = entry(key);
      set(key, { value: undefined, restored: null, error: null });
      waiting.delete(key);
      if (isKnown && !onDisk.has(key)) return;
      waiting.set(key, 'drop');
      void send(key);
    },

    /** The leader has come in, or somebody else has the machine: what stood in the window is forgotten. */
    heard(isLeader: boolean): void {
      if (isLeader === (session !== null)) return;
      clearTimeout(timer);
      since = null;
      waiting.clear();
      onDisk.clear();
      store.setState({}, true);
      sessions += 1;
      session = isLeader ? sessions : null;
    },
  };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
