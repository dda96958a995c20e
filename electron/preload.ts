import { contextBridge, ipcRenderer } from 'electron';

/** The whole of what a page can reach: one call, one ear. Never changes; the contract does. */
contextBridge.exposeInMainWorld('spind', {
  call: (feature: string, name: string, input: unknown) =>
    ipcRenderer.invoke('spind:call', feature, name, input),
  on: (event: string, listen: (payload: unknown) => void) => {
    const hear = (_event: unknown, name: string, payload: unknown) => {
      if (name === event) listen(payload);
    };
    ipcRenderer.on('spind:event', hear);
    return () => {
      ipcRenderer.off('spind:event', hear);
    };
  },
});
