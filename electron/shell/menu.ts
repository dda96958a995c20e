import type { Language } from '@shared/domain/text';
import { Menu, type MenuItemConstructorOptions } from 'electron';

const words = {
  da: {
    file: 'Fil',
    lock: 'Lås',
    quit: 'Afslut Spind',
    edit: 'Redigér',
    undo: 'Fortryd',
    redo: 'Gentag',
    cut: 'Klip',
    copy: 'Kopiér',
    paste: 'Sæt ind',
    all: 'Markér alt',
    view: 'Vis',
    larger: 'Større',
    smaller: 'Mindre',
    normal: 'Normal størrelse',
    full: 'Fuld skærm',
    window: 'Vindue',
    minimize: 'Minimér',
  },
  en: {
    file: 'File',
    lock: 'Lock',
    quit: 'Quit Spind',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    all: 'Select all',
    view: 'View',
    larger: 'Larger',
    smaller: 'Smaller',
    normal: 'Normal size',
    full: 'Full screen',
    window: 'Window',
    minimize: 'Minimise',
  },
} as const;

/** The menu in the language on screen; what has no page of its own has its place here. */
export function setMenu(language: Language, commands: { lock: () => void }): void {
  const w = words[language];
  const template: MenuItemConstructorOptions[] = [
    {
      label: w.file,
      submenu: [
        { label: w.lock, accelerator: 'CmdOrCtrl+L', click: commands.lock },
        { type: 'separator' },
        { role: 'quit', label: w.quit },
      ],
    },
    {
      label: w.edit,
      submenu: [
        { role: 'undo', label: w.undo },
        { role: 'redo', label: w.redo },
        { type: 'separator' },
        { role: 'cut', label: w.cut },
        { role: 'copy', label: w.copy },
        { role: 'paste', label: w.paste },
        { role: 'selectAll', label: w.all },
      ],
    },
    {
      label: w.view,
      submenu: [
        { role: 'zoomIn', label: w.larger, accelerator: 'CmdOrCtrl+Plus' },
        { role: 'zoomOut', label: w.smaller },
        { role: 'resetZoom', label: w.normal },
        { type: 'separator' },
        { role: 'togglefullscreen', label: w.full },
      ],
    },
    { label: w.window, submenu: [{ role: 'minimize', label: w.minimize }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
