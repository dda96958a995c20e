import type { Events, Reply } from '@shared/contract/core';
import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createDraftKeeper, type Restored } from './draft-keeper';

const keeper = createDraftKeeper(
  (name, input) => window.spind.call('drafts', name, input) as Promise<Reply<unknown>>,
);

/** What was typed in one form and is not handed in. */
export type Draft<T> = {
  /** Undefined while nothing is typed. */
  readonly draft: T | undefined;
  /** False until the machine has said whether something was typed here before. */
  readonly isReady: boolean;
  readonly restored: Restored | null;
  /** Why it could not be kept. */
  readonly error: string | null;
  keep: (draft: T) => void;
  /** As `keep`, but in this window alone: for what saves itself in the same moment. */
  keepHere: (draft: T) => void;
  drop: () => void;
};

/**
 * What the leader has typed in a form and not yet handed in, kept in the school's locked file until it is: looking
 * elsewhere, locking and a crash lose none of it. `key` tells the form from all others by ids, never by names. Never for
 * what an employee writes at a lent machine.
 */
export function useDraft<T>(key: string): Draft<T> {
  const entry = useStore(keeper.store, (entries) => entries[key]);
  useEffect(() => {
    listen();
    void keeper.open(key);
  }, [key]);
  const keep = useCallback((draft: T) => keeper.keep(key, draft), [key]);
  const keepHere = useCallback((draft: T) => keeper.keep(key, draft, true), [key]);
  const drop = useCallback(() => keeper.drop(key), [key]);
  const draft = entry?.value as T | undefined;
  return {
    draft,
    isReady: draft !== undefined || entry?.isKnown === true,
    restored: entry?.restored ?? null,
    error: entry?.error ?? null,
    keep,
    keepHere,
    drop,
  };
}

/** Takes a draft over once, when it is found, for forms that hold their own text. */
export function useFoundDraft<T>({ draft, isReady }: Draft<T>, take: (draft: T) => void): void {
  const isAsked = useRef(false);
  const latest = useRef(take);
  latest.current = take;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what there is when it becomes known
  useEffect(() => {
    if (!isReady || isAsked.current) return;
    isAsked.current = true;
    if (draft !== undefined) latest.current(draft);
  }, [isReady]);
}

let isListening = false;

/** A field that is left, a window that is left and locking (renderer/app/lock.ts) all write at once. */
function listen() {
  if (isListening) return;
  isListening = true;
  window.spind.on('session', (payload) => keeper.heard((payload as Events['session']).state === 'leader'));
  for (const event of ['blur', 'pagehide', 'focusout']) {
    window.addEventListener(event, () => void keeper.flush());
  }
}
