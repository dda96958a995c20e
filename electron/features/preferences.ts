import type { preferences as contract } from '@shared/contract/preferences';
import type { Handlers } from './context';

export const preferencesHandlers: Handlers<typeof contract> = {
  get: ({ machine }) => machine.readPreferences(),
  set({ machine }, { language, theme }) {
    const now = machine.readPreferences();
    machine.writePreferences({ language: language ?? now.language, theme: theme ?? now.theme });
    return {};
  },
};
