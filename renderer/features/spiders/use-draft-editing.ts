import type { SpiderDraft } from '@shared/contract/spiders';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../app/call';
import { useAutosave } from '../../ui/use-autosave';
import type { EditDraft } from './edit-draft';

/** Editors on screen, by version. */
const onScreen = new Map<string, EditDraft>();

/**
 * The draft being written, which is ahead of the machine: its answers must not overwrite it. A change that outlives
 * the page, such as an undo, goes to the editor open now, else straight to the machine.
 */
export function useDraftEditing(versionId: string, content: SpiderDraft) {
  const [draft, setDraft] = useState(content);
  const latest = useRef(content);
  const isUnsaved = useRef(false);
  const saving = useAutosave(async (next: SpiderDraft) => {
    isUnsaved.current = true;
    await call('spiders', 'saveDraft', { versionId, content: next });
    isUnsaved.current = false;
  });
  const { change: save, flush } = saving;

  const apply = useCallback<EditDraft>(
    (next) => {
      latest.current = typeof next === 'function' ? next(latest.current) : next;
      setDraft(latest.current);
      save(latest.current);
    },
    [save],
  );
  useEffect(() => {
    onScreen.set(versionId, apply);
    return () => {
      if (onScreen.get(versionId) === apply) onScreen.delete(versionId);
    };
  }, [versionId, apply]);

  const change = useCallback<EditDraft>(
    (next) => {
      const editor = onScreen.get(versionId);
      if (editor) editor(next);
      else void changeAtTheMachine(versionId, next);
    },
    [versionId],
  );
  /** Saves what is typed; false when that failed, so that nothing final is done with an older text. */
  const saveNow = useCallback(async () => {
    await flush();
    return !isUnsaved.current;
  }, [flush]);

  return { draft, change, saveNow, state: saving.state, error: saving.error };
}

async function changeAtTheMachine(versionId: string, next: Parameters<EditDraft>[0]): Promise<void> {
  const { content } = await call('spiders', 'get', { versionId });
  await call('spiders', 'saveDraft', {
    versionId,
    content: typeof next === 'function' ? next(content) : next,
  });
}
