import { useCallback, useEffect, useRef, useState } from 'react';
import { useDraft, useFoundDraft } from './drafts';
import { useAutosave } from './use-autosave';

/** Takes a new draft, or what to do to the draft as it stands when it is done: an undo must not bring back an old one. */
export type Edit<D> = (change: D | ((now: D) => D)) => void;

type DraftSource<D> = {
  /** Which draft, for instance `spider 3f…`. */
  key: string;
  /** As it stood when the page opened. */
  content: D;
  /** False for a version that may only be read. */
  isDraft: boolean;
  load: () => Promise<D>;
  save: (draft: D) => Promise<unknown>;
};

/** Editors on screen, by key. */
const onScreen = new Map<string, unknown>();

/**
 * The draft being written, which is ahead of the machine: its answers must not overwrite it. A change that outlives
 * the page, such as an undo, goes to the editor open now, else straight to the machine.
 */
export function useDraftEditing<D extends object>({ key, content, isDraft, load, save }: DraftSource<D>) {
  const [draft, setDraft] = useState(content);
  const latest = useRef(content);
  const isUnsaved = useRef(false);
  const machine = useRef({ load, save });
  machine.current = { load, save };
  // What could not be saved outlives the page.
  const kept = useDraft<D>(key);
  const saving = useAutosave(async (next: D) => {
    isUnsaved.current = true;
    try {
      await machine.current.save(next);
    } catch (failure) {
      kept.keep(next);
      throw failure;
    }
    isUnsaved.current = false;
    kept.drop();
  });
  const { change: autosave, flush } = saving;

  const apply = useCallback<Edit<D>>(
    (next) => {
      latest.current = typeof next === 'function' ? next(latest.current) : next;
      setDraft(latest.current);
      autosave(latest.current);
    },
    [autosave],
  );
  useEffect(() => {
    onScreen.set(key, apply);
    return () => {
      if (onScreen.get(key) === apply) onScreen.delete(key);
    };
  }, [key, apply]);

  useFoundDraft(kept, (found) => {
    if (isDraft && latest.current === content) apply(found);
  });

  const change = useCallback<Edit<D>>(
    (next) => {
      const editor = onScreen.get(key) as Edit<D> | undefined;
      if (editor) editor(next);
      else void changeAtTheMachine(machine.current, next);
    },
    [key],
  );
  /** Saves what is typed; false when that failed, so that nothing final is done with an older text. */
  const saveNow = useCallback(async () => {
    await flush();
    return !isUnsaved.current;
  }, [flush]);

  return { draft, change, saveNow, kept, state: saving.state, error: saving.error };
}

async function changeAtTheMachine<D extends object>(
  { load, save }: Pick<DraftSource<D>, 'load' | 'save'>,
  next: Parameters<Edit<D>>[0],
): Promise<void> {
  await save(typeof next === 'function' ? next(await load()) : next);
}
