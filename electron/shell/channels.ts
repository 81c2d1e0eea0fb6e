import type { DesktopFunctions } from '../../shared/host.ts'

/** Every channel between the window and the main process; preload and main are held to this list by its type. */
export const channels = {
  saveFile: 'lumbung:saveFile',
  saveFiles: 'lumbung:saveFiles',
  openFile: 'lumbung:openFile',
  printFile: 'lumbung:printFile',
  chooseBook: 'lumbung:chooseBook',
  chooseFolder: 'lumbung:chooseFolder',
  showInFolder: 'lumbung:showInFolder',
  setLanguage: 'lumbung:setLanguage',
} as const satisfies Record<keyof DesktopFunctions, string>

/** Where main hands the window its port to the backend. */
export const portChannel = 'lumbung:port'
