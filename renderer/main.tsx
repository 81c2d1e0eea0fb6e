// Mantine's styles lie in a layer of their own, so that ours win whatever is loaded first.
import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import 'dayjs/locale/id'
import './app/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { readPreferences } from './app/preferences.ts'
import { styleNonce } from './app/style-nonce.ts'

const place = document.getElementById('root')
if (place) {
  styleNonce()
  const preferences = await readPreferences()
  createRoot(place).render(
    <StrictMode>
      <App preferences={preferences} />
    </StrictMode>,
  )
}
