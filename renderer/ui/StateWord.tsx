import type { ReactNode } from 'react';

export type Tone = 'good' | 'partly' | 'late' | 'now' | 'quiet';

/** A state is a word with a colour, never a colour alone. */
export function StateWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`state state-${tone}`}>{children}</span>;
}
