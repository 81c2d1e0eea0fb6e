import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron'
import type { ShellText } from './shell-text.ts'

/** The window's menu in the person's language. Screens are reached inside the window; here is what every program has. */
export function setMenu(text: ShellText): void {
  const about = () =>
    void dialog.showMessageBox({ type: 'info', message: 'Lumbung', detail: `${text.version} ${app.getVersion()}` })
  const developing: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools' }]
  const template: MenuItemConstructorOptions[] = [
    { label: text.file, submenu: [{ role: 'quit', label: text.quit }] },
    {
      label: text.edit,
      submenu: [
        { role: 'undo', label: text.undo },
        { role: 'redo', label: text.redo },
        { type: 'separator' },
        { role: 'cut', label: text.cut },
        { role: 'copy', label: text.copy },
        { role: 'paste', label: text.paste },
        { role: 'selectAll', label: text.selectAll },
      ],
    },
    {
      label: text.view,
      submenu: [
        { role: 'zoomIn', label: text.larger },
        { role: 'zoomOut', label: text.smaller },
        { role: 'resetZoom', label: text.usualSize },
        { type: 'separator' },
        { role: 'togglefullscreen', label: text.fullScreen },
        ...developing,
      ],
    },
    { label: text.help, submenu: [{ label: text.about, click: about }] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
