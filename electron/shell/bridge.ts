import type { CallError, EventName, Events } from '@shared/contract/core';
import { type BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import type { Router } from '../features/router';
import { isOwnAddress } from './security';

const refused: CallError = { code: 'forbidden', message: 'Forespørgslen kom ikke fra Spinds eget vindue.' };

/** The one channel. Only the main frame of the main window, showing our own page, is heard. */
export function openBridge(window: BrowserWindow, router: Router): void {
  ipcMain.handle('spind:call', (event, feature: unknown, name: unknown, input: unknown) => {
    const own = event.sender === window.webContents && isOwnPage(event.senderFrame, window);
    if (!own || typeof feature !== 'string' || typeof name !== 'string') return { ok: false, error: refused };
    return router(feature, name, input);
  });
}

/** Tells the main window something it did not ask for. */
export function tellWindow<E extends EventName>(window: BrowserWindow, event: E, payload: Events[E]): void {
  if (!window.isDestroyed()) window.webContents.send('spind:event', event, payload);
}

function isOwnPage(frame: WebFrameMain | null, window: BrowserWindow): boolean {
  if (!frame || frame !== window.webContents.mainFrame) return false;
  return isOwnAddress(frame.url);
}
