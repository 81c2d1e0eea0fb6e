import { contextBridge, ipcRenderer } from 'electron'
import { type DesktopFunctions, portMessage } from '../../shared/host.ts'
import { channels, portChannel } from './channels.ts'

/** All a page can reach of the desktop: these named functions. No channel name and no Electron object passes the bridge. */
const functions: DesktopFunctions = {
  saveFile: ({ name, type, bytes }) => ipcRenderer.invoke(channels.saveFile, { name, type, bytes }),
  saveFiles: (files) =>
    ipcRenderer.invoke(
      channels.saveFiles,
      files.map(({ name, type, bytes }) => ({ name, type, bytes })),
    ),
  openFile: ({ name, type, bytes }) => ipcRenderer.invoke(channels.openFile, { name, type, bytes }),
  printFile: ({ name, type, bytes }) => ipcRenderer.invoke(channels.printFile, { name, type, bytes }),
  chooseBook: () => ipcRenderer.invoke(channels.chooseBook),
  chooseFolder: () => ipcRenderer.invoke(channels.chooseFolder),
  showInFolder: (path) => ipcRenderer.invoke(channels.showInFolder, path),
  setLanguage: (language) => ipcRenderer.invoke(channels.setLanguage, language),
}

contextBridge.exposeInMainWorld('lumbung', functions)

// A port cannot pass the bridge; it is handed to the page's own world as the browser's own kind of port.
ipcRenderer.on(portChannel, ({ ports }) => window.postMessage(portMessage, window.location.origin, [...ports]))
