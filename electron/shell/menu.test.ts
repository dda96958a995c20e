import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { setMenu } from './menu';

const { built } = vi.hoisted(() => ({ built: [] as unknown[] }));
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: unknown) => {
      built.push(template);
      return template;
    },
    setApplicationMenu: vi.fn(),
  },
}));

type Item = Omit<MenuItemConstructorOptions, 'submenu'> & { submenu?: Item[] };
const menu = (language: 'da' | 'en', lock: () => void = () => undefined): Item[] => {
  setMenu(language, { lock });
  return built.at(-1) as Item[];
};
const flat = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);
const labels = (items: readonly Item[]) =>
  flat(items).flatMap(({ type, label }) => (type === 'separator' ? [] : [label]));

describe('the menu', () => {
  it('names everything itself, in Danish and in English', () => {
    const [da, en] = [labels(menu('da')), labels(menu('en'))];
    expect(da).toContain('Afslut Spind');
    expect(en).toContain('Quit Spind');
    expect(da.length).toBe(en.length);
    expect([...da, ...en].filter((label) => !label)).toEqual([]);
    expect(da.filter((label) => en.includes(label))).toEqual([]);
  });

  it('locks, and offers nothing of a browser', () => {
    const lock = vi.fn();
    const items = flat(menu('da', lock));
    items.find(({ label }) => label === 'Lås')?.click?.({} as never, undefined, {} as never);
    expect(lock).toHaveBeenCalledOnce();
    const roles = items.flatMap(({ role }) => role ?? []);
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'toggleSpellChecker'])
      expect(roles).not.toContain(role);
  });
});
