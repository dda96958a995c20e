import { useEffect } from 'react';
import { create } from 'zustand';

type Drafts = {
  readonly drafts: Readonly<Record<string, unknown>>;
  keep: (key: string, draft: unknown) => void;
  drop: (key: string) => void;
};

const useStore = create<Drafts>((set) => ({
  drafts: {},
  keep: (key, draft) => set((state) => ({ drafts: { ...state.drafts, [key]: draft } })),
  drop: (key) =>
    set((state) => {
      const { [key]: _, ...drafts } = state.drafts;
      return { drafts };
    }),
}));

/**
 * What somebody has typed and not yet saved, kept in memory while she looks elsewhere; forgotten with the session, and
 * never written anywhere.
 */
export function useDraft<T>(key: string) {
  const draft = useStore((state) => state.drafts[key]) as T | undefined;
  const keep = useStore((state) => state.keep);
  const drop = useStore((state) => state.drop);
  useEffect(forgetWithTheSession, []);
  return { draft, keep: (value: T) => keep(key, value), drop: () => drop(key) };
}

let listening = false;

function forgetWithTheSession() {
  if (listening) return;
  listening = true;
  window.spind.on('session', () => useStore.setState({ drafts: {} }));
}
